import { describe, expect, it } from 'vitest'
import { formatChange, formatNumber } from './number'

describe('numbers', () => {
  it('are exact in tables and compact on axes', () => {
    expect(formatNumber(1234567, 'count', 'en-US')).toBe('1,234,567')
    expect(formatNumber(1234567, 'count', 'en-US', 'compact')).toBe('1.2M')
    expect(formatNumber(9999, 'count', 'en-US', 'compact')).toBe('9,999')
  })

  it('follow the reader’s locale', () => {
    expect(formatNumber(1234.5, 'decimal', 'de-DE')).toBe('1.234,5')
  })

  it('tell nothing from zero', () => {
    expect(formatNumber(null, 'count', 'en-US')).toBe('–')
    expect(formatNumber(0, 'count', 'en-US')).toBe('0')
  })

  it('tell a fraction of one from a number that is already in percent', () => {
    expect(formatNumber(0.125, 'rate', 'en-US')).toBe('12.50%')
    expect(formatNumber(12.5, 'percent', 'en-US')).toBe('12.50%')
  })

  it('keep the digits that matter of small numbers', () => {
    expect(formatNumber(0.0012345, 'decimal', 'en-US')).toBe('0.00123')
  })

  it.each([
    [0, '0 sec'],
    [0.44, '0.4 sec'],
    [59, '59 sec'],
    [90, '1 min 30 sec'],
    [3600, '1 hr'],
    [46_080, '12 hr 48 min'],
    [86_399, '24 hr'],
    [200_000, '2 days 8 hr'],
  ])('write %d seconds as %s', (seconds, text) => {
    expect(formatNumber(seconds, 'seconds', 'en-US')).toBe(text)
  })

  it('write a change with its sign', () => {
    expect(formatChange(0.218, 'en-US')).toBe('+22%')
    expect(formatChange(-0.0312, 'en-US')).toBe('-3.1%')
    expect(formatChange(0, 'en-US')).toBe('0%')
  })
})
