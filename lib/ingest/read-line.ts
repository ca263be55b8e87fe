import type { Fields } from '@/sql/embedded'
import { type LineEvent, readEvent } from './read-event'
import { LineError } from './scan-line'

/** Why a line is no event, and what it says. */
export interface BadLine {
  readonly reason: string
  readonly text: string
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const byteOrderMark = '\uFEFF'

/** Reads the bytes of one line of a file. Undefined when there is nothing on it. */
export function readLine(bytes: Buffer, fields: Fields, isFirst: boolean): LineEvent | BadLine | undefined {
  const text = textOfLine(bytes, isFirst)
  if (isBlank(text)) return undefined
  try {
    decoder.decode(bytes)
    return readEvent(text, fields)
  } catch (error) {
    return { reason: reasonOf(error), text: text.endsWith('\r') ? text.slice(0, -1) : text }
  }
}

export function textOfLine(bytes: Buffer, isFirst: boolean): string {
  const text = bytes.toString('utf8')
  return isFirst && text.startsWith(byteOrderMark) ? text.slice(1) : text
}

export function isBlank(text: string): boolean {
  return /^[ \t\r\v\f]*$/.test(text)
}

/** The reason for which a line is no event; what is no such reason is thrown again. */
export function reasonOf(error: unknown): string {
  if (error instanceof LineError) return error.message
  if (error instanceof RangeError) return 'values are nested too deeply'
  if (error instanceof TypeError) return 'not UTF-8'
  throw error
}
