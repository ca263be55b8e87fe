import type { Dataset } from '@/lib/catalog'
import { tooManyBuckets } from '@/lib/parts/bucket-limit'
import { type BucketRule, bucketRule, daysFrom } from '@/lib/parts/buckets'
import { type Frame, resolveEnvelope } from '@/lib/parts/resolve-envelope'
import { type EventFilter, resolveSelection } from '@/lib/parts/resolve-selection'
import { dayOf, startOfUnit } from '@/lib/parts/span'
import { fail, type Problem, type Result, succeed } from '@/lib/problems'
import { calendarUnits } from './calendar-units'
import type { RetentionDocument, RetentionUnit } from './document'

const dayMicros = 86_400_000_000
/** The units of the elapsed clock: 24 hours, 7 and 30 times that. */
const elapsedMicros: Readonly<Record<RetentionUnit, number>> = { day: dayMicros, week: 7 * dayMicros, month: 30 * dayMicros }

export interface RetentionQuestion extends Frame {
  readonly start: EventFilter
  readonly return: EventFilter
  readonly unit: RetentionUnit
  readonly periods: number
  readonly entry: 'first' | 'firstEver' | 'every'
  readonly returnOn: 'on' | 'onOrAfter'
  readonly clock: 'calendar' | 'elapsed'
  /** The local dates of the first days of the cohorts' units. */
  readonly cohorts: readonly string[]
  /** The first instants of the calendar units from the first cohort's on, as many as any cell needs the end of. */
  readonly unitStarts: readonly number[]
  /** The number of an instant's calendar unit, the first cohort's being 0. */
  readonly rule: BucketRule
  /** One unit of the elapsed clock, in microseconds. */
  readonly elapsedUnit: number
  /** The first instant after which no event matters. */
  readonly readUntil: number
}

/** Finds what the document names, and works out its instants. Fails with all that is wrong at once, each at its place. */
export function resolve(document: RetentionDocument, dataset: Dataset, now: Date): Result<RetentionQuestion> {
  const problems: Problem[] = []
  const frame = resolveEnvelope(document, dataset, now, problems)
  if (frame === null) return fail(...problems)
  const tooMany = tooManyBuckets(frame.span, document.unit, ['unit'])
  if (tooMany !== null) return fail(...problems, tooMany)
  const context = { ...frame, problems }
  const start = resolveSelection(document.start, ['start'], context)
  const returning = resolveSelection(document.return, ['return'], context)
  if (problems.length > 0) return fail(...problems)
  const { unit, periods, returnOn = 'on', clock = 'calendar' } = document
  const { span, asOf, timezone } = frame
  const firstDay = startOfUnit(span.firstDay, unit, frame.weekStart)
  const { days, starts: unitStarts } = calendarUnits(firstDay, span.lastDay, unit, periods + 1, timezone)
  const lastCell = clock === 'calendar' ? (unitStarts.at(-1) as number) : span.to + (periods + 1) * elapsedMicros[unit]
  const readUntil = returnOn === 'on' ? Math.min(asOf + 1, lastCell) : asOf + 1
  // Days and weeks are told by division from the first one on.
  const units = unit === 'month' ? daysFrom(firstDay, dayOf(readUntil, timezone), unit) : [firstDay]
  return succeed({
    ...frame,
    start,
    return: returning,
    unit,
    periods,
    entry: document.entry ?? 'first',
    returnOn,
    clock,
    cohorts: days,
    unitStarts,
    rule: bucketRule(units, unit, { timezone, from: span.from, to: readUntil }),
    elapsedUnit: elapsedMicros[unit],
    readUntil,
  })
}
