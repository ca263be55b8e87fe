import { fail, problem, type Result, succeed } from '@/lib/problems'

const mostBytes = 512 * 1024

/** The JSON of a request's body. No more of it is read than a document may have. */
export async function readBody(request: Request): Promise<Result<unknown>> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  return declared > mostBytes ? tooLarge(declared) : readJson(request.body ?? [])
}

/** The JSON of a stream of bytes, in UTF-8. No more of it is read than a document may have. */
export async function readJson(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Result<unknown>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > mostBytes) return tooLarge(bytes)
    chunks.push(chunk)
  }
  try {
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))))
  } catch (error) {
    return fail(problem('notJson', [], { reason: error instanceof Error ? error.message : String(error) }))
  }
}

/** A stream is read no farther than it is too large, so `bytes` is then what was read. */
const tooLarge = (bytes: number): Result<never> => fail(problem('tooLarge', [], { bytes, most: mostBytes }))
