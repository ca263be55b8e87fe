import { formatPath, type Problem, type ProblemCode } from './problem'

const statuses: Readonly<Record<ProblemCode, number>> = {
  invalid_query: 400,
  not_supported: 400,
  forbidden: 403,
  cancelled: 499,
  internal_error: 500,
  engine_error: 502,
  busy: 503,
  store_unavailable: 503,
  timeout: 504,
}

const retryAfterSeconds = 2

/** The response that tells of problems: the first as `error`, all of them as `problems`, each with the path of its field. */
export function problemResponse(problems: readonly Problem[]): Response {
  const [first, ...rest] = problems.map(({ code, message, path }) => ({ code, message, path: formatPath(path) }))
  if (first === undefined) throw new Error('a failure without a problem')
  const headers = first.code === 'busy' ? { 'Retry-After': String(retryAfterSeconds) } : undefined
  return Response.json({ error: first, problems: [first, ...rest] }, { status: statuses[first.code], headers })
}
