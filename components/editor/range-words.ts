import { formatBucket, rangeInWords } from '@/lib/chart'
import type { CalendarUnit, Range } from '@/lib/parts/range'

export interface RangePreset {
  readonly label: string
  readonly range: Range
}

const last = (count: number, unit: CalendarUnit): Range => ({ last: count, unit })

export const rangePresets: readonly RangePreset[] = [
  { label: 'Today', range: last(1, 'day') },
  { label: 'Last 24 hours', range: last(24, 'hour') },
  { label: 'Last 7 days', range: last(7, 'day') },
  { label: 'Last 30 days', range: last(30, 'day') },
  { label: 'Last 90 days', range: last(90, 'day') },
  { label: 'Last 12 weeks', range: last(12, 'week') },
  { label: 'Last 6 months', range: last(6, 'month') },
  { label: 'Last 12 months', range: last(12, 'month') },
  { label: 'This month', range: last(1, 'month') },
  { label: 'This quarter', range: last(1, 'quarter') },
  { label: 'This year', range: last(1, 'year') },
]

/** A range as its control shows it. */
export function rangeLabel(range: Range, locale: string): string {
  if ('from' in range) {
    const day = (written: string) => formatBucket(written, 'day', locale, 'long')
    return range.from === range.to ? day(range.from) : `${day(range.from)} – ${day(range.to)}`
  }
  const words = rangeInWords(range)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
