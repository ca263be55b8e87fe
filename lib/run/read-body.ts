import { fail, problem, type Result, succeed } from '@/lib/problems'

const mostBytes = 512 * 1024

/** The JSON of a request's body. No more of it is read than a document may have. */
export async function readBody(request: Request): Promise<Result<unknown>> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > mostBytes) return fail(problem('tooLarge', [], { bytes: declared, most: mostBytes }))
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) return fail(problem('tooLarge', [], { bytes, most: mostBytes }))
    chunks.push(chunk)
  }
  try {
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))))
  } catch (error) {
    return fail(problem('notJson', [], { reason: error instanceof Error ? error.message : String(error) }))
  }
}
