import { Temporal } from 'temporal-polyfill'

export const secondMicros = 1_000_000
export const hourMicros = 3600 * secondMicros
export const dayMicros = 24 * hourMicros

/** Every change of offset since 1970 in the zones of today happens at a whole quarter of an hour, UTC. */
export const slotMicros = hourMicros / 4

const offsets = new Map<string, Map<number, number>>()
const dayStarts = new Map<string, number>()

/** How far the local clock is ahead of UTC at an instant, in microseconds. */
export function offsetAt(zone: string, micros: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  const slot = Math.floor(micros / slotMicros)
  const offset = known.get(slot) ?? Temporal.Instant.fromEpochMilliseconds(slot * 900_000).toZonedDateTimeISO(zone).offsetNanoseconds / 1000
  known.set(slot, offset)
  return offset
}

/** The local date at an instant. */
export function dateAt(zone: string, micros: number): Temporal.PlainDate {
  return dateOfWall(micros + offsetAt(zone, micros))
}

/** The first instant of a local day: midnight, or where a change of the clock skips midnight, what comes instead. */
export function startOfDay(zone: string, date: Temporal.PlainDate): number {
  const key = `${zone} ${date.toString()}`
  const start = dayStarts.get(key) ?? date.toZonedDateTime(zone).epochMilliseconds * 1000
  dayStarts.set(key, start)
  return start
}

/**
 * The instant at which the local clock shows a wall time, given as microseconds since a wall clock's 1970.
 * A reading that comes twice is the earlier of the two; one that is skipped is as much later as the clock jumped.
 */
export function instantOfWall(zone: string, wallMicros: number): number {
  const millis = Math.floor(wallMicros / 1000)
  const wall = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO('UTC').toPlainDateTime()
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds * 1000 + (wallMicros - millis * 1000)
}

/** The day of a wall clock's microseconds, whatever the zone. */
export function dateOfWall(wallMicros: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(wallMicros / dayMicros) * 86_400_000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
}
