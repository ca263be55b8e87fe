const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/

/** A date or time as people write it: its wall-clock reading in microseconds since 1970, and its offset where it names one. */
export interface WrittenTime {
  readonly wallMicros: number
  readonly offsetMicros: number | null
}

/** Reads `YYYY-MM-DD`, optionally with a time of day and `Z` or `±HH:MM`; null where the text is no such time. */
export function readTime(text: string): WrittenTime | null {
  const match = written.exec(text)
  if (match === null) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const date = new Date(midnight)
  // Date.UTC reads the years 0 to 99 as 1900 to 1999, and rolls 30 February over into March.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const wallMicros = date.getTime() * 1000 + seconds * 1_000_000 + Number(fraction.padEnd(6, '0'))
  return { wallMicros, offsetMicros: offset === undefined ? null : readOffset(offset) }
}

function readOffset(offset: string): number {
  if (offset === 'Z') return 0
  const [hours, minutes] = offset.slice(1).split(':').map(Number) as [number, number]
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000_000
}
