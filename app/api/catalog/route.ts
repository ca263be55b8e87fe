import { authorise } from '@/lib/access'
import { readConfig } from '@/lib/config'
import { problemResponse } from '@/lib/problems'
import { answerCatalog } from '@/lib/store'

export const dynamic = 'force-dynamic'

/** What is known of a dataset: `?dataset=&event=&event=&detail=events`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = authorise(request, readConfig().host)
  if (!viewer.ok) return problemResponse(viewer.problems)
  const { searchParams } = new URL(request.url)
  const catalog = await answerCatalog({
    dataset: searchParams.get('dataset') || undefined,
    events: searchParams.getAll('event'),
    detail: searchParams.get('detail') === 'events' ? 'events' : 'properties',
  })
  return catalog.ok ? Response.json(catalog.value) : problemResponse(catalog.problems)
}
