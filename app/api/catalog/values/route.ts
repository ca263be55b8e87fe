import { authorise } from '@/lib/access'
import { readConfig } from '@/lib/config'
import { problemResponse } from '@/lib/problems'
import { answerValues } from '@/lib/store'

export const dynamic = 'force-dynamic'

const mostValues = 200
const usualValues = 50

/** The values of a property: `?property=&dataset=&event=&event=&search=&limit=`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = authorise(request, readConfig().host)
  if (!viewer.ok) return problemResponse(viewer.problems)
  const { searchParams } = new URL(request.url)
  const limit = Math.floor(Number(searchParams.get('limit')))
  const values = await answerValues({
    dataset: searchParams.get('dataset') || undefined,
    events: searchParams.getAll('event'),
    property: searchParams.get('property') ?? '',
    search: searchParams.get('search') ?? '',
    limit: limit > 0 ? Math.min(limit, mostValues) : usualValues,
  })
  return values.ok ? Response.json(values.value) : problemResponse(values.problems)
}
