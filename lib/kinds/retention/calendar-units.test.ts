import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addUnits, startOfUnit } from '@/lib/parts/span'
import { startOfDay } from '@/lib/parts/zone'
import { calendarUnits } from './calendar-units'

/** Zones whose clocks change by day, at midnight, across midnight, by half an hour, by a whole day, or never. */
const cases = [
  ['UTC', '2026-01-01'],
  ['Europe/Budapest', '2026-02-10'],
  ['America/New_York', '2026-02-10'],
  ['America/Sao_Paulo', '2018-09-01'],
  ['America/Havana', '2026-02-10'],
  ['America/St_Johns', '2006-02-10'],
  ['Asia/Beirut', '2026-02-10'],
  ['Australia/Lord_Howe', '2026-02-10'],
  ['Pacific/Apia', '2011-11-20'],
  ['America/New_York', '1883-11-10'],
] as const

describe.each(cases)('the calendar units of %s from %s on', (timezone, from) => {
  test.each(['day', 'week', 'month'] as const)('start with each %s, as they do one by one', unit => {
    const first = startOfUnit(Temporal.PlainDate.from(from), unit, 'monday')
    const last = first.add({ days: 250 })
    const { days, starts } = calendarUnits(first, last, unit, 3, timezone)
    const expected = Array.from({ length: starts.length }, (_, n) => addUnits(first, n, unit))
    expect(starts).toEqual(expected.map(day => startOfDay(day, timezone)))
    expect(days).toEqual(expected.slice(0, -3).map(day => day.toString()))
    expect(expected.filter(day => Temporal.PlainDate.compare(day, last) <= 0)).toHaveLength(days.length)
  })
})
