import { expect, test } from 'vitest'
import { bucketsOf } from './buckets'
import { type Span, shiftedSpan, spanOf } from './span'
import { instantOf } from './zone'

const at = (text: string): number => instantOf(text, 'UTC') as number
const asOf = at('2026-11-01T09:00:00Z')

const span = (from: string, to: string, timezone: string): Span => spanOf({ from, to }, timezone, 'monday', asOf) as Span

test('a day on which the clock is put back has 25 hours, two of them alike but for the offset', () => {
  const { labels } = bucketsOf(span('2026-10-25', '2026-10-25', 'Europe/Budapest'), 'hour')
  expect(labels).toHaveLength(25)
  expect(labels.slice(1, 5)).toEqual([
    '2026-10-25T01:00:00+02:00',
    '2026-10-25T02:00:00+02:00',
    '2026-10-25T02:00:00+01:00',
    '2026-10-25T03:00:00+01:00',
  ])
})

test('a clock that is put back by half an hour splits an hour in two', () => {
  const { labels } = bucketsOf(span('2026-04-05', '2026-04-05', 'Australia/Lord_Howe'), 'hour')
  expect(labels.slice(1, 4)).toEqual(['2026-04-05T01:00:00+11:00', '2026-04-05T01:00:00+10:30', '2026-04-05T02:00:00+10:30'])
})

test('a day that begins where the clock jumps begins after the jump', () => {
  const cairo = span('2026-04-24', '2026-04-24', 'Africa/Cairo')
  expect(cairo.from).toBe(at('2026-04-23T22:00:00Z'))
  expect(bucketsOf(cairo, 'hour').labels[0]).toBe('2026-04-24T01:00:00+03:00')
})

test('a week that the range cuts is labelled by the first day of its calendar week', () => {
  expect(bucketsOf(span('2026-10-07', '2026-10-13', 'UTC'), 'week').labels).toEqual(['2026-10-05', '2026-10-12'])
  const sunday = spanOf({ from: '2026-10-07', to: '2026-10-13' }, 'UTC', 'sunday', asOf) as Span
  expect(bucketsOf(sunday, 'week').labels).toEqual(['2026-10-04', '2026-10-11'])
})

test('the last quarters end at now', () => {
  const quarters = spanOf({ last: 2, unit: 'quarter' }, 'UTC', 'monday', asOf) as Span
  expect([quarters.from, quarters.to]).toEqual([at('2026-07-01'), asOf + 1])
  expect(bucketsOf(quarters, 'month').labels).toEqual(['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'])
})

test('an earlier range is shifted by the calendar, and takes the day of now whole', () => {
  const earlier = shiftedSpan(spanOf({ last: 1, unit: 'month' }, 'UTC', 'monday', at('2026-03-31T12:00:00Z')) as Span, 1, 'month')
  expect([earlier.from, earlier.to]).toEqual([at('2026-02-01'), at('2026-03-01')])
})
