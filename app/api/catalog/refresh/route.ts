import { answering } from '@/app/api/answering'
import { authorise } from '@/lib/access'
import { readParameters } from '@/lib/address'
import { readConfig } from '@/lib/config'
import { problemResponse } from '@/lib/problems'
import { answerRefresh } from '@/lib/store'

export const dynamic = 'force-dynamic'

/** Counts the catalog anew: of `?dataset=`, or of all datasets. */
export const POST = answering(async request => {
  const viewer = authorise(request, readConfig().host)
  if (!viewer.ok) return problemResponse(viewer.problems)
  const asked = readParameters(request.url, ['dataset'])
  if (!asked.ok) return problemResponse(asked.problems)
  const refreshed = await answerRefresh(asked.value.dataset ?? null)
  return refreshed.ok ? Response.json(refreshed.value) : problemResponse(refreshed.problems)
})
