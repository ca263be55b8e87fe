import { describe, expect, test } from 'vitest'
import { readInstant, readNumber } from './reading'

describe('reading numbers', () => {
  test.each([
    ['1.0', 1],
    [' 12 ', 12],
    ['\t12\n', 12],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['25e-2', 0.25],
    ['007', 7],
  ])('%j is a number', (text, number) => expect(readNumber(text)).toBe(number))

  test.each(['', ' ', '.', '1_000', '1d', '1e999', '0x1F', 'nan', 'inf', '1 2', '1,5', '- 1', '\u00a05', '1e', '--1'])('%j is none', text =>
    expect(readNumber(text)).toBeNull(),
  )
})

describe('reading times', () => {
  const utc = (iso: string) => Date.parse(iso) * 1000
  test.each([
    ['2026-10-01', utc('2026-09-30T22:00:00Z')],
    ['2026-10-01 09:30', utc('2026-10-01T07:30:00Z')],
    ['2026-10-01T09:30:15.000001', utc('2026-10-01T07:30:15Z') + 1],
    ['2026-10-01T09:30Z', utc('2026-10-01T09:30:00Z')],
    ['2026-10-01 09:30:00+05:45', utc('2026-10-01T03:45:00Z')],
    // The clock of Budapest shows 02:30 twice on this day, and the earlier one is meant.
    ['2026-10-25 02:30', utc('2026-10-25T00:30:00Z')],
    // It never shows 02:30 on this one: an hour is skipped, and 03:30 comes instead.
    ['2026-03-29 02:30', utc('2026-03-29T01:30:00Z')],
  ])('%j is a time in Budapest', (text, micros) => expect(readInstant(text, 'Europe/Budapest')).toBe(micros))

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-10-01T24:00',
    '2026-10-01T09',
    '2026-10-01t09:30',
    ' 2026-10-01',
    '2026-10-01Z',
    '20261001',
    '2026-10-01T09:30+0200',
  ])('%j is none', text => expect(readInstant(text, 'UTC')).toBeNull())
})
