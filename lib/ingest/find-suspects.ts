import type { Fields } from '@/sql/embedded'
import { openContent, readByteLines } from './lines'
import type { LineEvent } from './read-event'
import { isBlank, readLine, textOfLine } from './read-line'
import type { Reject } from './rejects'

/** What the engine's reader has told of the lines of a file that it could not read. */
export interface Suspicion {
  /** The texts of lines that are no events, without blanks around them. */
  readonly bad: ReadonlySet<string>
  /** How many lines there must be that are `bad`, or no JSON at all. */
  readonly lines: number
  /** Whether some are no JSON at all. */
  readonly isAnyBroken: boolean
}

export interface Suspects {
  readonly rejects: readonly Reject[]
  /** Lines that are events after all, such as one behind a byte order mark. */
  readonly events: readonly LineEvent[]
}

/** Goes through a file for the lines that the engine could not read, with only a glance at the others. Undefined when there are more or fewer. */
export async function findSuspects(
  file: { readonly path: string; readonly isCompressed: boolean },
  fields: Fields,
  { bad, lines, isAnyBroken }: Suspicion,
): Promise<Suspects | undefined> {
  const rejects: Reject[] = []
  const events: LineEvent[] = []
  let number = 0
  for await (const bytes of readByteLines(openContent(file.path, file.isCompressed))) {
    number++
    const text = textOfLine(bytes, number === 1)
    if (isBlank(text) || !(bad.has(text.trim()) || (isAnyBroken && isBroken(text)))) continue
    const read = readLine(bytes, fields, number === 1)
    if (read === undefined) continue
    if ('reason' in read) rejects.push({ file: file.path, line: number, ...read })
    else events.push(read)
    if (rejects.length + events.length > lines) return undefined
  }
  return rejects.length + events.length === lines ? { rejects, events } : undefined
}

const replacementCharacter = '\uFFFD'

function isBroken(text: string): boolean {
  if (text.includes(replacementCharacter)) return true
  try {
    const value: unknown = JSON.parse(text)
    return typeof value !== 'object' || value === null || Array.isArray(value)
  } catch {
    return true
  }
}
