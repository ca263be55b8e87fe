import { Temporal } from 'temporal-polyfill'
import { type Bucket, type DateUnit, durationOf, firstDayOf, unitAround, type WeekStart } from './calendar'
import type { AnyDocument } from './event'
import { readInstant } from './reading'
import { dateAt, instantOfWall, offsetAt, startOfDay } from './zone'

/** The range of a document in instants, from `start` up to and without `end`, with what is needed to cut it into buckets. */
export interface Span {
  readonly zone: string
  readonly weekStart: WeekStart
  readonly asOf: number
  readonly start: number
  readonly end: number
  /** Whether the range was given in hours, so that its ends need not be midnights. */
  readonly hourly: boolean
}

/** The instants of a document's range, in microseconds, the end excluded. Throws where the document names no `asOf`. */
export function spanOf(document: AnyDocument, datasetZone: string): Span {
  const zone = document.timezone ?? datasetZone
  const weekStart = document.weekStart ?? 'monday'
  const asOf = document.asOf === undefined ? null : readInstant(document.asOf, zone)
  if (asOf === null) throw new Error('Counting by hand needs a document with its own asOf.')
  const whole = wholeRange(document, zone, weekStart, asOf)
  const hourly = 'last' in document.range && document.range.unit === 'hour'
  // "Never after asOf: an event later than asOf does not exist"; one at asOf does.
  return { zone, weekStart, asOf, hourly, start: whole.start, end: Math.min(whole.end, asOf + 1) }
}

function wholeRange({ range }: AnyDocument, zone: string, weekStart: WeekStart, asOf: number): { start: number; end: number } {
  if ('from' in range) {
    const [from, to] = [Temporal.PlainDate.from(range.from), Temporal.PlainDate.from(range.to)]
    return { start: startOfDay(zone, from), end: startOfDay(zone, to.add({ days: 1 })) }
  }
  if (range.unit === 'hour') {
    const current = unitAround(zone, asOf, 'hour', weekStart)
    let { start } = current
    for (let n = 1; n < range.last; n++) start = unitAround(zone, start - 1, 'hour', weekStart).start
    return { start, end: current.end }
  }
  const first = firstDayOf(dateAt(zone, asOf), range.unit, weekStart)
  return {
    start: startOfDay(zone, first.subtract(durationOf(range.last - 1, range.unit))),
    end: startOfDay(zone, first.add(durationOf(1, range.unit))),
  }
}

/** The calendar units that a span touches, in order, each cut to the span. */
export function bucketsOf(span: Pick<Span, 'zone' | 'weekStart' | 'start' | 'end'>, unit: DateUnit | 'hour'): Bucket[] {
  const buckets: Bucket[] = []
  for (let at = span.start; at < span.end; ) {
    const whole = unitAround(span.zone, at, unit, span.weekStart)
    buckets.push({ start: at, end: Math.min(whole.end, span.end), label: whole.label })
    at = whole.end
  }
  return buckets
}

/** The last local day that has an instant of the stretch. */
export function lastDayOf(zone: string, stretch: { readonly end: number }): Temporal.PlainDate {
  return dateAt(zone, stretch.end - 1)
}

/**
 * "The first day and the day after the last are shifted by the calendar; the earlier range is not cut at asOf's time of day."
 * A range in hours keeps its times of day.
 */
export function earlierSpan(span: Span, shift: number, unit: DateUnit): Span {
  const { zone } = span
  if (span.hourly) {
    const end = unitAround(zone, span.end - 1, 'hour', span.weekStart).end
    return { ...span, start: shiftWall(zone, span.start, shift, unit), end: shiftWall(zone, end, shift, unit) }
  }
  const back = (date: Temporal.PlainDate) => startOfDay(zone, date.subtract(durationOf(shift, unit)))
  return { ...span, start: back(dateAt(zone, span.start)), end: back(lastDayOf(zone, span).add({ days: 1 })) }
}

function shiftWall(zone: string, micros: number, shift: number, unit: DateUnit): number {
  const wall = micros + offsetAt(zone, micros)
  const millis = Math.floor(wall / 1000)
  const shifted = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO('UTC').subtract(durationOf(shift, unit))
  return instantOfWall(zone, shifted.epochMilliseconds * 1000 + (wall - millis * 1000))
}
