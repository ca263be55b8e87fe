import { type Path, type Problem, problem } from '@/lib/problems'
import type { CalendarUnit } from './range'
import type { Span } from './span'

const mostBuckets = 100_000

const unitHours: Readonly<Record<CalendarUnit, number>> = { hour: 1, day: 24, week: 168, month: 672, quarter: 2160, year: 8760 }

/** The problem of a range that has more buckets than anybody could look at, told without listing them; null where it has not. */
export function tooManyBuckets(span: Span, interval: CalendarUnit, path: Path): Problem | null {
  const found = Math.ceil((span.to - span.from) / (unitHours[interval] * 3_600_000_000))
  return found > mostBuckets ? problem('tooManyBuckets', path, { found, most: mostBuckets }) : null
}
