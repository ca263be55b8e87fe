import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** The bytes of a file, without its compression. */
export function openContent(path: string, isCompressed: boolean): Readable {
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  if (!isCompressed) return file
  const content = createGunzip({ chunkSize: 1 << 20 })
  file.once('error', error => content.destroy(error))
  return file.pipe(content)
}

const newline = 10

/** The lines of a file, without what ends them. */
export async function* readByteLines(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of content) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      const line = chunk.subarray(start, end)
      yield rest.length === 0 ? line : Buffer.concat([...rest, line])
      rest = []
      start = end + 1
    }
    if (start < chunk.length) rest.push(Buffer.from(chunk.subarray(start)))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
