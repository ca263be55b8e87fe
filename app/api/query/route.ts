import { answering } from '@/app/api/answering'
import { authorise } from '@/lib/access'
import { readParameters } from '@/lib/address'
import { readConfig } from '@/lib/config'
import { problem, problemResponse } from '@/lib/problems'
import { explainQuery, readBody, readDialect, runQuery } from '@/lib/run'

export const dynamic = 'force-dynamic'

/** Answers a query document; with `?explain=1` (and `&dialect=`) its SQL instead. Ended in the engine when the client goes. */
export const POST = answering(async request => {
  const viewer = authorise(request, readConfig().host)
  if (!viewer.ok) return problemResponse(viewer.problems)
  const asked = readParameters(request.url, ['explain', 'dialect'])
  if (!asked.ok) return problemResponse(asked.problems)
  const { explain, dialect: dialectName } = asked.value
  if (explain !== undefined && explain !== '1')
    return problemResponse([
      problem('invalidValue', ['explain'], { detail: 'Use explain=1 to see the SQL, or leave it out to get the answer.' }),
    ])
  const body = await readBody(request)
  if (!body.ok) return problemResponse(body.problems)
  const now = new Date()
  if (explain === '1') {
    const dialect = readDialect(dialectName)
    if (!dialect.ok) return problemResponse(dialect.problems)
    const explained = await explainQuery(body.value, dialect.value, now)
    return explained.ok ? Response.json(explained.value) : problemResponse(explained.problems)
  }
  const answered = await runQuery(body.value, { now, signal: request.signal })
  return answered.ok ? Response.json(answered.value) : problemResponse(answered.problems)
})
