import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Fields } from '@/sql/embedded'
import { openContent, readByteLines } from './lines'
import { type LineEvent, readEvent } from './read-event'
import type { Reject } from './rejects'
import { LineError } from './scan-line'

/** Writes the events of a file in the plainest form, every value a text, and tells of each line that is none. Slow and exact. */
export async function rewriteLines(
  source: { readonly path: string; readonly isCompressed: boolean },
  fields: Fields,
  target: string,
  onReject: (reject: Reject) => void,
): Promise<void> {
  const output = createWriteStream(target, { highWaterMark: 1 << 20 })
  const failed = finished(output)
  failed.catch(() => undefined)
  let number = 0
  for await (const bytes of readByteLines(openContent(source.path, source.isCompressed))) {
    number++
    const read = readLine(bytes, fields, number === 1)
    if (read === undefined) continue
    if ('reason' in read) onReject({ file: source.path, line: number, ...read })
    else if (!output.write(plainLine(read))) await Promise.race([once(output, 'drain'), failed])
  }
  output.end()
  await failed
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const byteOrderMark = '\uFEFF'

function readLine(
  bytes: Buffer,
  fields: Fields,
  isFirst: boolean,
): LineEvent | { readonly reason: string; readonly text: string } | undefined {
  let text = bytes.toString('utf8')
  if (isFirst && text.startsWith(byteOrderMark)) text = text.slice(1)
  if (/^[ \t\r\v\f]*$/.test(text)) return undefined
  try {
    decoder.decode(bytes)
    return readEvent(text, fields)
  } catch (error) {
    return { reason: reasonOf(error), text: text.endsWith('\r') ? text.slice(0, -1) : text }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof LineError) return error.message
  if (error instanceof RangeError) return 'values are nested too deeply'
  if (error instanceof TypeError) return 'not UTF-8'
  throw error
}

function plainLine({ event_type, event_time, user_id, properties }: LineEvent): string {
  const members = properties.map(({ name, text }) => `${JSON.stringify(name)}:${JSON.stringify(text)}`)
  return `{"event_type":${JSON.stringify(event_type)},"event_time":"${event_time}","user_id":${JSON.stringify(user_id)},"event_properties":{${members.join(',')}}}\n`
}
