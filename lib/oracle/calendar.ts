import type { Temporal } from 'temporal-polyfill'
import { dateAt, dateOfWall, hourMicros, offsetAt, secondMicros, slotMicros, startOfDay } from './zone'

export type DateUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'
export type WeekStart = 'monday' | 'sunday'

/** A stretch of time, from `start` up to and without `end`, and the label of the calendar unit it lies in. */
export interface Bucket {
  readonly start: number
  readonly end: number
  readonly label: string
}

/** The first day of the unit that holds a date. */
export function firstDayOf(date: Temporal.PlainDate, unit: DateUnit, weekStart: WeekStart): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date
    case 'week':
      return date.subtract({ days: weekStart === 'monday' ? date.dayOfWeek - 1 : date.dayOfWeek % 7 })
    case 'month':
      return date.with({ day: 1 })
    case 'quarter':
      return date.with({ day: 1, month: date.month - ((date.month - 1) % 3) })
    case 'year':
      return date.with({ day: 1, month: 1 })
  }
}

/** N units as something to add to a date. Past a month's end Temporal takes the last day of the month. */
export function durationOf(n: number, unit: DateUnit): { days: number } | { months: number } {
  const sizes = {
    day: { days: n },
    week: { days: 7 * n },
    month: { months: n },
    quarter: { months: 3 * n },
    year: { months: 12 * n },
  } as const
  return sizes[unit]
}

/** The whole calendar unit around an instant. */
export function unitAround(zone: string, micros: number, unit: DateUnit | 'hour', weekStart: WeekStart): Bucket {
  if (unit === 'hour') return hourAround(zone, micros)
  const first = firstDayOf(dateAt(zone, micros), unit, weekStart)
  return { start: startOfDay(zone, first), end: startOfDay(zone, first.add(durationOf(1, unit))), label: first.toString() }
}

/** "Instants of one local hour and one offset are one bucket": where the clock changes within an hour, it is cut in two. */
function hourAround(zone: string, micros: number): Bucket {
  const offset = offsetAt(zone, micros)
  const wallHour = Math.floor((micros + offset) / hourMicros) * hourMicros
  const belongs = (at: number) => offsetAt(zone, at) === offset && at + offset >= wallHour && at + offset < wallHour + hourMicros
  const slot = Math.floor(micros / slotMicros) * slotMicros
  let start = slot
  while (belongs(start - slotMicros)) start -= slotMicros
  let end = slot + slotMicros
  while (belongs(end)) end += slotMicros
  return { start, end, label: `${dateOfWall(wallHour)}T${twoDigits((wallHour / hourMicros) % 24)}:00:00${offsetLabel(offset)}` }
}

function offsetLabel(offset: number): string {
  const minutes = Math.abs(offset) / secondMicros / 60
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const twoDigits = (n: number) => String(n).padStart(2, '0')
