import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { openContent } from './lines'

export interface InspectedFile {
  readonly path: string
  readonly bytes: number
  readonly isCompressed: boolean
  /** Of the bytes as they lie on disk. */
  readonly hash: string
}

/** Takes the fingerprint of a file, and makes sure that a compressed one is whole. Throws when it cannot be read to its end. */
export async function inspectFile(path: string): Promise<InspectedFile> {
  const { size } = statSync(path)
  const isCompressed = startsLikeGzip(path)
  const [hash] = await Promise.all([hashFile(path), isCompressed && size > 0 ? readToEnd(path) : undefined])
  return { path, bytes: size, isCompressed, hash }
}

function startsLikeGzip(path: string): boolean {
  const file = openSync(path, 'r')
  const start = Buffer.alloc(2)
  readSync(file, start, 0, 2, 0)
  closeSync(file)
  return start[0] === 0x1f && start[1] === 0x8b
}

/** One buffer for the whole file: a stream would make a new one for each part, which costs as much as the hash. */
async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(1 << 20)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}

async function readToEnd(path: string): Promise<void> {
  for await (const _ of openContent(path, true)) {
    // The engine's reader takes a file that was cut off for a whole one; this one throws.
  }
}
