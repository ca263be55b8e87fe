import type { Fields } from '@/sql/embedded'
import { UsageError } from './exit'

const plain: Fields = { event_type: 'event_type', event_time: 'event_time', user_id: 'user_id', event_properties: 'event_properties' }

/** Reads `event_type=name,event_time=ts`: ours on the left, the file's on the right. */
export function fieldsFrom(text: string | undefined): Fields {
  if (text === undefined) return plain
  const fields: Record<keyof Fields, string> = { ...plain }
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=')
    const ours = pair.slice(0, Math.max(0, at)).trim()
    const theirs = pair.slice(at + 1).trim()
    if (!isField(ours) || theirs === '') {
      throw new UsageError(
        `“${pair}” in --map is not understood. Write pairs such as event_type=name; the left side is one of ${Object.keys(plain).join(', ')}.`,
      )
    }
    fields[ours] = theirs
  }
  const names = Object.values(fields).map(name => name.toLowerCase())
  if (new Set(names).size < names.length) throw new UsageError(`--map uses one field twice: ${Object.values(fields).join(', ')}.`)
  return fields
}

function isField(name: string): name is keyof Fields {
  return name in plain
}
