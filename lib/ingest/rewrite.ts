import type { Fields } from '@/sql/embedded'
import { openContent, readByteLines } from './lines'
import type { PlainFile } from './plain-file'
import { readLine } from './read-line'
import type { Reject } from './rejects'

/** Writes all events of a file in the plainest form, and tells of each line that is none. Slow and exact. */
export async function rewriteLines(
  source: { readonly path: string; readonly isCompressed: boolean },
  fields: Fields,
  target: PlainFile,
  onReject: (reject: Reject) => void,
): Promise<void> {
  let number = 0
  for await (const bytes of readByteLines(openContent(source.path, source.isCompressed))) {
    number++
    const read = readLine(bytes, fields, number === 1)
    if (read === undefined) continue
    if ('reason' in read) onReject({ file: source.path, line: number, ...read })
    else await target.write(read)
  }
}
