import type { Temporal } from 'temporal-polyfill'
import type { CalendarUnit } from './range'
import { addUnits, type Span, startOfHour, startOfUnit } from './span'
import { startOfDay, zoneSegments } from './zone'

const hourMicros = 3_600_000_000
const dayMicros = 24 * hourMicros

/** How an instant becomes the number of its bucket: a division of the local clock, or a search among boundaries. */
export type BucketRule =
  | {
      readonly by: 'division'
      readonly unit: number
      /** Added to an instant up to `until`, so that division by the unit gives its bucket. */
      readonly segments: readonly { readonly until: number | null; readonly add: number }[]
    }
  | { readonly by: 'boundaries' /** The starts of all buckets but the first. */; readonly starts: readonly number[] }

export interface Buckets {
  /** What each bucket is called: the local date of its unit's first day, or an hour with its offset. */
  readonly labels: readonly string[]
  readonly rule: BucketRule
}

/** The local midnight of a day as the wall clock reads it, in microseconds. */
const wallOf = (day: Temporal.PlainDate): number => Date.UTC(day.year, day.month - 1, day.day) * 1000

/** All buckets of a span, empty ones too, in order of time. */
export function bucketsOf(span: Span, interval: CalendarUnit): Buckets {
  // An earlier range can be empty: both ends of a March 30th and 31st, six months back, are September 30th.
  if (span.from >= span.to) return { labels: [], rule: { by: 'boundaries', starts: [] } }
  if (interval === 'hour') return hourBuckets(span)
  const first = startOfUnit(span.firstDay, interval, span.weekStart)
  const days = daysFrom(first, span.lastDay, interval)
  return { labels: days.map(day => day.toString()), rule: bucketRule(days, interval, span) }
}

/** The first days of the calendar units from `first` (itself one) to the unit that holds `last`. */
export function daysFrom(first: Temporal.PlainDate, last: Temporal.PlainDate, unit: Exclude<CalendarUnit, 'hour'>): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  for (let n = 0; ; n++) {
    const day = addUnits(first, n, unit)
    if (day.since(last).sign > 0) return days
    days.push(day)
  }
}

/** The rule for units that start on the given days, over all instants from the span's first to its last. */
export function bucketRule(
  days: readonly Temporal.PlainDate[],
  unit: Exclude<CalendarUnit, 'hour'>,
  { timezone, from, to }: Pick<Span, 'timezone' | 'from' | 'to'>,
): BucketRule {
  if (unit === 'day' || unit === 'week') {
    const start = wallOf(days[0] as Temporal.PlainDate)
    const segments = zoneSegments(timezone, from, to).map(({ until, offset }) => ({ until, add: offset - start }))
    return { by: 'division', unit: unit === 'day' ? dayMicros : 7 * dayMicros, segments }
  }
  return { by: 'boundaries', starts: days.slice(1).map(day => startOfDay(day, timezone)) }
}

function hourBuckets({ from, to, timezone }: Span): Buckets {
  const labels: string[] = []
  const segments: { until: number | null; add: number }[] = []
  let start = startOfHour(from, timezone)
  // The zone tells of a change at the very end too, which no instant of the span sees.
  for (const { until, offset } of zoneSegments(timezone, from, to - 1)) {
    const firstHour = Math.floor((start + offset) / hourMicros)
    segments.push({ until, add: offset - (firstHour - labels.length) * hourMicros })
    const end = Math.min(until ?? to, to)
    const lastHour = Math.floor((end - 1 + offset) / hourMicros)
    for (let hour = firstHour; hour <= lastHour; hour++) labels.push(hourLabel(hour * hourMicros - offset, offset))
    start = end
  }
  return { labels, rule: { by: 'division', unit: hourMicros, segments } }
}

function hourLabel(micros: number, offset: number): string {
  const wall = new Date((micros + offset) / 1000).toISOString().slice(0, 19)
  const minutes = Math.abs(Math.trunc(offset / 60_000_000))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'))
  return `${wall}${offset < 0 ? '-' : '+'}${hours}:${rest}`
}
