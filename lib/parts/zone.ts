import { Temporal } from 'temporal-polyfill'
import { readTime } from './moment'

/** A stretch of time in which a zone keeps one offset from UTC. Instants and offsets in microseconds. */
export interface ZoneSegment {
  /** The first instant after the segment; null for the last. */
  readonly until: number | null
  readonly offset: number
}

/** Whether it is an IANA name. Bare offsets such as `+02:00` are none: engines read them differently. */
export function isZone(timezone: string): boolean {
  try {
    return /^[A-Za-z]/.test(timezone) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone).timeZoneId !== ''
  } catch {
    return false
  }
}

/** An instant in microseconds since 1970, cut off below. */
export const toMicros = (instant: Temporal.Instant): number => Number(instant.epochNanoseconds / 1000n)

/** The local time at an instant in microseconds. */
export const atMicros = (micros: number, timezone: string): Temporal.ZonedDateTime =>
  new Temporal.ZonedDateTime(BigInt(micros) * 1000n, timezone)

/** How far a zone's clock is ahead of UTC at an instant, both in microseconds. */
export const offsetAt = (micros: number, timezone: string): number => atMicros(micros, timezone).offsetNanoseconds / 1000

/** The segments of a zone that touch [from, to], in order; the last has no end. */
export function zoneSegments(timezone: string, from: number, to: number): readonly ZoneSegment[] {
  const segments: ZoneSegment[] = []
  let at = atMicros(from, timezone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    const until = next === null ? null : toMicros(next.toInstant())
    const offset = at.offsetNanoseconds / 1000
    if (next === null || until === null || until > to) return [...segments, { until: null, offset }]
    segments.push({ until, offset })
    at = next
  }
}

/** The first instant of a local day: its midnight, or where a clock change skips midnight, the instant of the change. */
export const startOfDay = (day: Temporal.PlainDate, timezone: string): number => toMicros(day.toZonedDateTime(timezone).toInstant())

/** The instant of a written time, read in the zone where it names no offset; null where the text is no time. */
export function instantOf(text: string, timezone: string): number | null {
  const time = readTime(text)
  if (time === null) return null
  if (time.offsetMicros !== null) return time.wallMicros - time.offsetMicros
  const wall = Temporal.Instant.fromEpochMilliseconds(Math.floor(time.wallMicros / 1000))
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
  const belowMillis = ((time.wallMicros % 1000) + 1000) % 1000
  return toMicros(wall.toZonedDateTime(timezone).toInstant()) + belowMillis
}
