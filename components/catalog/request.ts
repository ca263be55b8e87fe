/** A place in the question and what is wrong there. */
export interface PlacedProblem {
  readonly code: string
  readonly message: string
  /** Such as `series[0].where[1].value`; empty where the whole question is meant. */
  readonly path: string
}

/** The server said no; it says why. */
export class RequestFailed extends Error {
  readonly problems: readonly PlacedProblem[]

  constructor(problems: readonly PlacedProblem[]) {
    super(problems.map(problem => problem.message).join(' '))
    this.name = 'RequestFailed'
    this.problems = problems
  }
}

/** Fetches JSON. Rejects with `RequestFailed` for everything that a person should read. */
export async function request<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
    throw new RequestFailed([
      { code: 'unreachable', path: '', message: 'The server cannot be reached. Check that it is running, then try again.' },
    ])
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new RequestFailed(problemsOf(body, response.status))
  // The server of this same version wrote it.
  return body as T
}

function problemsOf(body: unknown, status: number): readonly PlacedProblem[] {
  if (typeof body === 'object' && body !== null) {
    if ('problems' in body && Array.isArray(body.problems) && body.problems.length > 0) return body.problems
    if ('error' in body) return [body.error as PlacedProblem]
  }
  return [{ code: 'unexpected', path: '', message: `The server answered with status ${status} and no explanation. Try again.` }]
}
