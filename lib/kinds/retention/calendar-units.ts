import type { Temporal } from 'temporal-polyfill'
import { type ZoneSegment, zoneSegments } from '@/lib/parts/zone'
import type { RetentionUnit } from './document'

const dayMicros = 86_400_000_000
const daysIn = { day: 1, week: 7 } as const

interface CalendarUnits {
  /** The local dates of the units' first days. */
  readonly days: readonly string[]
  /** The first instants of these units, and of as many more. */
  readonly starts: readonly number[]
}

/**
 * The calendar units from `first`, the first day of one, to the unit that holds `last`, and the starts of `more` units after these. There
 * are hundreds, so that they are counted on the local clock by whole days, and its offsets are looked up once for all.
 */
export function calendarUnits(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  unit: RetentionUnit,
  more: number,
  timezone: string,
): CalendarUnits {
  const lastDay = midnightOf(last.year, last.month, last.day)
  const midnights: number[] = []
  for (let n = 0, left = more; ; n++) {
    const midnight = nthMidnight(first, unit, n)
    if (midnight > lastDay && left-- === 0) break
    midnights.push(midnight)
  }
  const segments = zoneSegments(timezone, nthMidnight(first, 'day', -2), (midnights.at(-1) as number) + 2 * dayMicros)
  return {
    days: midnights.slice(0, midnights.length - more).map(midnight => new Date(midnight / 1000).toISOString().slice(0, 10)),
    starts: midnights.map(midnight => startOfDay(midnight, segments)),
  }
}

/** The midnight of the n-th unit's first day as the wall clock reads it, in microseconds. */
function nthMidnight({ year, month, day }: Temporal.PlainDate, unit: RetentionUnit, n: number): number {
  return unit === 'month' ? midnightOf(year, month + n, day) : midnightOf(year, month, day) + n * daysIn[unit] * dayMicros
}

const midnightOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) * 1000

/** A day starts at its first midnight, or where the clock skips midnight, as soon as it has skipped it. */
function startOfDay(midnight: number, segments: readonly ZoneSegment[]): number {
  let since = Number.NEGATIVE_INFINITY
  for (const { until, offset } of segments) {
    const start = Math.max(midnight - offset, since)
    if (until === null || start < until) return start
    since = until
  }
  throw new RangeError('the last segment has no end')
}
