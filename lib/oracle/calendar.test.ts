import { describe, expect, test } from 'vitest'
import { unitAround } from './calendar'
import { readInstant } from './reading'
import { bucketsOf } from './span'

const at = (iso: string) => readInstant(iso, 'UTC') as number
const iso = (micros: number) => new Date(micros / 1000).toISOString().slice(0, 16)

const around = (zone: string, time: string, unit: Parameters<typeof unitAround>[2], weekStart: 'monday' | 'sunday' = 'monday') => {
  const { start, end, label } = unitAround(zone, at(time), unit, weekStart)
  return [iso(start), iso(end), label]
}

describe('calendar units', () => {
  test('a day of 25 hours holds 25 hours', () =>
    expect(around('Europe/Budapest', '2026-10-25 12:00', 'day')).toEqual(['2026-10-24T22:00', '2026-10-25T23:00', '2026-10-25']))
  test('a day of 23 hours holds 23 hours', () =>
    expect(around('America/New_York', '2026-03-08 12:00', 'day')).toEqual(['2026-03-08T05:00', '2026-03-09T04:00', '2026-03-08']))
  test('a day whose midnight is skipped starts with its first instant', () =>
    expect(around('Africa/Cairo', '2026-04-24 12:00', 'day')).toEqual(['2026-04-23T22:00', '2026-04-24T21:00', '2026-04-24']))
  test('weeks start on Monday or on Sunday', () => {
    expect(around('UTC', '2026-11-01 12:00', 'week')[2]).toBe('2026-10-26')
    expect(around('UTC', '2026-11-01 12:00', 'week', 'sunday')[2]).toBe('2026-11-01')
    expect(around('UTC', '2026-10-31 12:00', 'week', 'sunday')[2]).toBe('2026-10-25')
  })
  test('quarters and years are labelled by their first day', () => {
    expect(around('UTC', '2026-12-31 23:00', 'quarter')[2]).toBe('2026-10-01')
    expect(around('UTC', '2026-12-31 23:00', 'year')[2]).toBe('2026-01-01')
  })
})

describe('hours', () => {
  const hours = (zone: string, start: string, end: string) =>
    bucketsOf({ zone, weekStart: 'monday', start: at(start), end: at(end) }, 'hour').map(bucket => `${iso(bucket.start)} ${bucket.label}`)

  test('an hour that comes twice is two buckets', () =>
    expect(hours('Europe/Budapest', '2026-10-25 00:00', '2026-10-25 02:00')).toEqual([
      '2026-10-25T00:00 2026-10-25T02:00:00+02:00',
      '2026-10-25T01:00 2026-10-25T02:00:00+01:00',
    ]))
  test('where the clock goes back by half an hour, half an hour comes twice', () =>
    expect(hours('Australia/Lord_Howe', '2026-04-04 14:00', '2026-04-04 16:30')).toEqual([
      '2026-04-04T14:00 2026-04-05T01:00:00+11:00',
      '2026-04-04T15:00 2026-04-05T01:00:00+10:30',
      '2026-04-04T15:30 2026-04-05T02:00:00+10:30',
    ]))
  test('hours of a zone with odd minutes start at its own full hours', () =>
    expect(hours('Asia/Kathmandu', '2026-10-01 00:15', '2026-10-01 01:15')).toEqual(['2026-10-01T00:15 2026-10-01T06:00:00+05:45']))
})
