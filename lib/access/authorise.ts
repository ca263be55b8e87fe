import { fail, problem, type Result, succeed } from '@/lib/problems'

/** Who asks. So far there is one person: whoever sits at the machine. */
export interface Viewer {
  readonly name: 'local'
}

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Decides whether a request may be answered. Without sign-in the server trusts its machine, but not every page that a browser on it has
 * open: the request must name a loopback host (else another site's name could lead here), and come from a page of this server.
 * @param listensOn the address that the server was told to listen on; elsewhere than on loopback it is known by names of its own
 */
export function authorise(request: Request, listensOn: string): Result<Viewer> {
  const host = request.headers.get('host') ?? new URL(request.url).host
  const isLoopback = loopbackNames.has(listensOn) || listensOn.startsWith('127.')
  if (isLoopback && !loopbackNames.has(nameOf(host))) return fail(problem('foreignHost', [], { host }))
  const origin = request.headers.get('origin')
  if (origin !== null && hostOf(origin) !== host) return fail(problem('foreignOrigin', [], { origin }))
  return succeed({ name: 'local' })
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
