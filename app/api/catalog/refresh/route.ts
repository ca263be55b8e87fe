import { authorise } from '@/lib/access'
import { readConfig } from '@/lib/config'
import { problemResponse } from '@/lib/problems'
import { answerRefresh } from '@/lib/store'

/** Counts the catalog anew: of `?dataset=`, or of all datasets. */
export async function POST(request: Request): Promise<Response> {
  const viewer = authorise(request, readConfig().host)
  if (!viewer.ok) return problemResponse(viewer.problems)
  const refreshed = await answerRefresh(new URL(request.url).searchParams.get('dataset'))
  return refreshed.ok ? Response.json(refreshed.value) : problemResponse(refreshed.problems)
}
