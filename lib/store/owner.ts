import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type Problem, ProblemError, problem } from '@/lib/problems'
import type { Home } from './home'

/** What the process that holds the store does for other processes of the same person, by name. Values travel as JSON. */
export type Services = Readonly<Record<string, Service>>
export type Service = (input: unknown, context: ServiceContext) => Promise<unknown>

export interface ServiceContext {
  /** Aborts when the one who asked has gone. */
  readonly signal: AbortSignal
  readonly onProgress: (fraction: number) => void
}

type Message = { readonly progress: number } | { readonly value: unknown } | { readonly problem: Problem }

/** Listens for other processes. Returns undefined when another process already does so for the same store. */
export async function serveOthers(home: Home, services: Services): Promise<Server | undefined> {
  const server = createServer((incoming, outgoing) => void answer(services, incoming, outgoing))
  for (const isLastTry of [false, true]) {
    if (await listens(server, home.socket)) return server
    if (isLastTry || (await isOwned(home))) break
    rmSync(home.socket, { force: true })
  }
  return undefined
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((done, failed) => {
    const onError = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : failed(error))
    server.once('error', onError)
    server.listen({ path, readableAll: false, writableAll: false }, () => {
      server.off('error', onError)
      server.unref()
      done(true)
    })
  })
}

async function answer(services: Services, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const send = (message: Message) => outgoing.write(`${JSON.stringify(message)}\n`)
  try {
    const service = services[(incoming.url ?? '').slice(1)]
    const input = JSON.parse(await readText(incoming))
    if (!service) throw new Error(`the running server does not know “${incoming.url}”; it may be of another version`)
    send({ value: (await service(input, { signal: gone.signal, onProgress: progress => send({ progress }) })) ?? null })
  } catch (error) {
    send({ problem: error instanceof ProblemError ? error.problem : problem('storeUnavailable', [], { reason: messageOf(error) }) })
  }
  outgoing.end()
}

const pingMs = 20_000

/** Whether a process holds the store and listens. */
export function isOwned(home: Home): Promise<boolean> {
  return askOwner(home, 'ping', null, { signal: AbortSignal.timeout(pingMs) }).then(
    () => true,
    () => false,
  )
}

/** Asks the process that holds the store. Rejects with the problem it answers, or with an error when there is no such process. */
export async function askOwner(home: Home, name: string, input: unknown, options: Partial<ServiceContext> = {}): Promise<unknown> {
  const incoming = await post(home.socket, name, JSON.stringify(input), options.signal)
  for await (const line of readTextLines(incoming)) {
    const message = JSON.parse(line) as Message // written by `answer`
    if ('value' in message) return message.value
    if ('problem' in message) throw new ProblemError(message.problem)
    options.onProgress?.(message.progress)
  }
  throw new ProblemError(
    problem('storeUnavailable', [], { reason: 'The running server ended before it had finished. Start it again, and repeat the command.' }),
  )
}

function post(socketPath: string, name: string, body: string, signal: AbortSignal | undefined): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const outgoing = request({ socketPath, path: `/${name}`, method: 'POST', signal }, done)
    outgoing.once('error', failed)
    outgoing.end(body)
  })
}

async function readText(stream: IncomingMessage): Promise<string> {
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) text += chunk
  return text
}

async function* readTextLines(stream: IncomingMessage): AsyncGenerator<string> {
  let rest = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
