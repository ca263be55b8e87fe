import { problem, problemResponse } from '@/lib/problems'

/** A route's handler; what it throws is a bug, which is logged and told of in the form in which all trouble is told. */
export function answering(handler: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async request => {
    try {
      return await handler(request)
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      return problemResponse([problem('unexpected', [])])
    }
  }
}
