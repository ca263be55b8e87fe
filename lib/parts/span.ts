import { Temporal } from 'temporal-polyfill'
import type { WeekStart } from '@/lib/document/envelope'
import type { CalendarUnit, Range } from './range'
import { atMicros, offsetAt, startOfDay, toMicros } from './zone'

const hourMicros = 3_600_000_000

/** The time that a question asks about: instants in [from, to), in microseconds, and the local days they lie in. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly firstDay: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
  /** Whether it is a number of hours, which need not start at midnight. */
  readonly isHours: boolean
  readonly timezone: string
  readonly weekStart: WeekStart
}

/** The first day of the calendar unit that holds the day. */
export function startOfUnit(day: Temporal.PlainDate, unit: CalendarUnit, weekStart: WeekStart): Temporal.PlainDate {
  switch (unit) {
    case 'hour':
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: weekStart === 'monday' ? day.dayOfWeek - 1 : day.dayOfWeek % 7 })
    case 'month':
      return day.with({ day: 1 })
    case 'quarter':
      return day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 })
    case 'year':
      return day.with({ day: 1, month: 1 })
    default:
      return unit satisfies never
  }
}

/** The day `count` calendar units later (earlier where negative); a day beyond a month's end becomes its last. */
export function addUnits(day: Temporal.PlainDate, count: number, unit: Exclude<CalendarUnit, 'hour'>): Temporal.PlainDate {
  if (unit === 'quarter') return day.add({ months: 3 * count })
  return day.add({ [`${unit}s`]: count })
}

/** The start of the local hour that holds the instant; instants of one local hour and one offset are one hour. */
export function startOfHour(micros: number, timezone: string): number {
  const offset = offsetAt(micros, timezone)
  const start = Math.floor((micros + offset) / hourMicros) * hourMicros - offset
  if (offsetAt(start, timezone) === offset) return start
  const change = atMicros(start, timezone).getTimeZoneTransition('next')
  return change === null ? start : toMicros(change.toInstant())
}

/** The first instant after the local hour that holds the instant. */
function endOfHour(micros: number, timezone: string): number {
  const offset = offsetAt(micros, timezone)
  const end = (Math.floor((micros + offset) / hourMicros) + 1) * hourMicros - offset
  const change = atMicros(micros, timezone).getTimeZoneTransition('next')
  return change === null ? end : Math.min(end, toMicros(change.toInstant()))
}

/** The local day of an instant in microseconds. */
export const dayOf = (micros: number, timezone: string): Temporal.PlainDate => atMicros(micros, timezone).toPlainDate()

/** Whether microseconds of the span, and of windows and shifts around it, stay numbers that are exact. */
export const isWithinReach = ({ firstDay, lastDay }: Span): boolean => firstDay.year >= 1800 && lastDay.year < 2200

/** The range as instants. It never reaches beyond `asOf` (in microseconds); null where it holds no time. */
export function spanOf(range: Range, timezone: string, weekStart: WeekStart, asOf: number): Span | null {
  const { from, end } =
    'last' in range ? lastUnits(range.last, range.unit, timezone, weekStart, asOf) : fromTo(range.from, range.to, timezone)
  // An event at asOf itself still exists.
  const to = Math.min(end, asOf + 1)
  if (from >= to) return null
  const isHours = 'last' in range && range.unit === 'hour'
  return { from, to, firstDay: dayOf(from, timezone), lastDay: dayOf(to - 1, timezone), isHours, timezone, weekStart }
}

function lastUnits(last: number, unit: CalendarUnit, timezone: string, weekStart: WeekStart, asOf: number) {
  if (unit === 'hour') {
    let from = startOfHour(asOf, timezone)
    for (let hour = 1; hour < last; hour++) from = startOfHour(from - 1, timezone)
    return { from, end: asOf + 1 }
  }
  const current = startOfUnit(dayOf(asOf, timezone), unit, weekStart)
  return { from: startOfDay(addUnits(current, 1 - last, unit), timezone), end: asOf + 1 }
}

function fromTo(from: string, to: string, timezone: string) {
  return {
    from: startOfDay(Temporal.PlainDate.from(from), timezone),
    end: startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }), timezone),
  }
}

/**
 * The same stretch, that much earlier: its first day and the day after its last are shifted by the calendar, so that the day which holds
 * `asOf` is taken whole, since in the past it was. Of hours, the first one's start and the last one's end are shifted on the local clock.
 */
export function shiftedSpan(span: Span, shift: number, unit: Exclude<CalendarUnit, 'hour'>): Span {
  const { timezone } = span
  const from = span.isHours ? shiftedClock(span.from, shift, unit, timezone) : startOfDay(addUnits(span.firstDay, -shift, unit), timezone)
  const to = span.isHours
    ? shiftedClock(endOfHour(span.to - 1, timezone), shift, unit, timezone)
    : startOfDay(addUnits(span.lastDay.add({ days: 1 }), -shift, unit), timezone)
  return { ...span, from, to, firstDay: dayOf(from, timezone), lastDay: dayOf(to - 1, timezone) }
}

function shiftedClock(micros: number, shift: number, unit: Exclude<CalendarUnit, 'hour'>, timezone: string): number {
  const at = atMicros(micros, timezone)
  const day = addUnits(at.toPlainDate(), -shift, unit)
  return toMicros(day.toZonedDateTime({ timeZone: timezone, plainTime: at.toPlainTime() }).toInstant())
}
