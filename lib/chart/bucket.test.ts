import { describe, expect, it } from 'vitest'
import { firstDayAfter, formatBucket, isUnfinished, localDay } from './bucket'

describe('buckets', () => {
  it('are named for an axis and for standing alone', () => {
    expect(formatBucket('2026-10-05', 'day', 'en-US', 'short')).toBe('Oct 5')
    expect(formatBucket('2026-10-05', 'day', 'en-US', 'long')).toBe('Mon, Oct 5, 2026')
    expect(formatBucket('2026-10-05', 'week', 'en-US', 'long')).toBe('Week of Oct 5, 2026')
    expect(formatBucket('2026-10-01', 'month', 'en-US', 'long')).toBe('October 2026')
    expect(formatBucket('2026-10-01', 'quarter', 'en-US', 'short')).toBe('Q4 2026')
    expect(formatBucket('2026-01-01', 'year', 'en-US', 'short')).toBe('2026')
  })

  it('of an hour show the clock on the wall, whatever their offset', () => {
    expect(formatBucket('2026-10-25T02:00:00+01:00', 'hour', 'en-GB', 'long')).toBe('25 Oct 2026, 02:00')
  })

  it('end where the next unit of the calendar begins', () => {
    expect(firstDayAfter('2026-12-31', 'day')).toBe('2027-01-01')
    expect(firstDayAfter('2026-02-23', 'week')).toBe('2026-03-02')
    expect(firstDayAfter('2026-01-01', 'month')).toBe('2026-02-01')
    expect(firstDayAfter('2026-10-01', 'quarter')).toBe('2027-01-01')
    expect(firstDayAfter('2026-10-05', 'week', 3)).toBe('2026-10-26')
  })

  it('are unfinished as long as the local day of the answer lies in them', () => {
    // 22:30 in UTC is half past midnight of the next day in Budapest.
    const moment = { asOf: '2026-10-05T22:30:00Z', timezone: 'Europe/Budapest' }
    expect(localDay(moment)).toBe('2026-10-06')
    expect(isUnfinished('2026-10-05', 'day', moment)).toBe(false)
    expect(isUnfinished('2026-10-06', 'day', moment)).toBe(true)
    expect(isUnfinished('2026-10-05', 'week', moment)).toBe(true)
    expect(isUnfinished('2026-09-28', 'week', moment)).toBe(false)
    expect(isUnfinished('2026-10-05T23:00:00+02:00', 'hour', moment)).toBe(false)
    expect(isUnfinished('2026-10-06T00:00:00+02:00', 'hour', moment)).toBe(true)
  })
})
