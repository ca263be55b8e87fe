import type { Temporal } from 'temporal-polyfill'
import { textOf } from '@/lib/oracle/condition'
import type { CountedEvent, EventSet } from '@/lib/oracle/event'
import { evaluate } from '@/lib/oracle/formula'
import { compareValues, rankGroups, type ShownGroup, valuesOf } from '@/lib/oracle/groups'
import { countDistinct, mean, percentile, sum } from '@/lib/oracle/numbers'
import { readNumber } from '@/lib/oracle/reading'
import { chosenBy, existingEvents, labelOf, within } from '@/lib/oracle/select'
import { bucketsOf, earlierSpan, lastDayOf, type Span, spanOf } from '@/lib/oracle/span'
import { dateAt, startOfDay } from '@/lib/oracle/zone'
import type { SegmentationAnswer, SegmentationEntry } from './answer'
import type { Aggregate, Measure, SegmentationDocument, Series } from './document'

type Value = number | null
interface Stretch {
  readonly start: number
  readonly end: number
}

const seriesName = (index: number) => String.fromCharCode(65 + index)
const measureOf = (series: Series): Measure => series.measure ?? 'entities'

/** Counts a segmentation by hand: slowly, and as plainly as the contract says it. */
export function countSegmentation(set: EventSet, document: SegmentationDocument): SegmentationAnswer {
  const span = spanOf(document, set.timezone)
  const interval = document.interval ?? 'day'
  const existing = existingEvents(set, document, span)
  const around = { users: set.users, zone: span.zone }
  const eventsOf = document.series.map(series => existing.filter(event => chosenBy(series, event, around)))
  const shown = groupsOf(set, document, span, eventsOf)
  const cut = (stretch: Span) => (interval === 'none' ? [stretch] : bucketsOf(stretch, interval))
  const buckets = cut(span)

  const entriesOver = (stretch: Span): SegmentationEntry[] => {
    const entries = document.series.flatMap((series, index) =>
      shown.map(({ group, holds }): SegmentationEntry => {
        const events = (eventsOf[index] ?? []).filter(event => holds(valuesOf(event, document.breakdown, set.users)))
        const count = (part: Stretch) => measure(set, span.zone, events, measureOf(series), part)
        const values = transform(document, cut(stretch), events, measureOf(series), count)
        const total = count(stretch)
        return { series: seriesName(index), label: labelOf(series), group, values: lineUp(values, buckets.length), total }
      }),
    )
    return [...entries, ...formulasOver(document, shown, entries, buckets.length)]
  }

  const labels = interval === 'none' ? [dateAt(span.zone, span.start).toString()] : bucketsOf(span, interval).map(({ label }) => label)
  const { compare } = document
  const earlier = compare === undefined ? [] : entriesOver(earlierSpan(span, compare.shift, compare.unit))
  const series = [...entriesOver(span), ...earlier.map(entry => ({ ...entry, compare: true as const }))]
  return { kind: 'segmentation', interval, buckets: labels, series }
}

/** The groups of the main range. A group is there if any series has an event of it among those that the series reads. */
function groupsOf(set: EventSet, document: SegmentationDocument, span: Span, eventsOf: readonly CountedEvent[][]): ShownGroup[] {
  if (document.breakdown === undefined) return [{ group: [], holds: () => true }]
  const values = (event: CountedEvent) => valuesOf(event, document.breakdown, set.users)
  const found = document.series.flatMap((series, index) =>
    (eventsOf[index] ?? []).filter(event => within(event, readBy(measureOf(series), span))).map(values),
  )
  // "The total that ranks is that of the first series."
  const first = document.series[0] as Series
  return rankGroups(found, document.breakdownLimit ?? 10, group => {
    const own = (eventsOf[0] ?? []).filter(event => compareValues(values(event), group) === 0)
    return measure(set, span.zone, own, measureOf(first), span)
  })
}

/** "Reads the N-1 days before the range too." */
function readBy(measure: Measure, span: Span): Stretch {
  if (typeof measure === 'string' || !('active' in measure)) return span
  return { start: startOfDay(span.zone, dateAt(span.zone, span.start).subtract({ days: measure.active - 1 })), end: span.end }
}

/** The measure over the events of one series and group that lie in a stretch of time. */
function measure(set: EventSet, zone: string, events: readonly CountedEvent[], what: Measure, stretch: Stretch): Value {
  if (typeof what === 'object' && 'active' in what) {
    if (stretch.end <= stretch.start) return 0
    return distinctEntities(events.filter(event => within(event, daysUpTo(zone, lastDayOf(zone, stretch), what.active))))
  }
  const inside = events.filter(event => within(event, stretch))
  if (what === 'events') return inside.length
  if (what === 'entities') return distinctEntities(inside)
  if (what === 'eventsPerEntity') return inside.length === 0 ? null : inside.length / distinctEntities(inside)
  if (what === 'population') throw new Error('Counting by hand does not know populations yet.')
  const texts = inside.map(event => textOf(event, what.property, set.users)).filter(text => text !== null)
  if (what.agg === 'distinct') return countDistinct(texts)
  const numbers = texts.map(readNumber).filter(number => number !== null)
  return numbers.length === 0 ? null : aggregate[what.agg](numbers)
}

const distinctEntities = (events: readonly CountedEvent[]) => countDistinct(events.map(({ userId }) => userId))

/** "The N days that end with the last day of the bucket." */
function daysUpTo(zone: string, last: Temporal.PlainDate, days: number): Stretch {
  return { start: startOfDay(zone, last.subtract({ days: days - 1 })), end: startOfDay(zone, last.add({ days: 1 })) }
}

const aggregate: Record<Exclude<Aggregate, 'distinct'>, (numbers: readonly number[]) => number> = {
  sum,
  avg: mean,
  min: numbers => Math.min(...numbers),
  max: numbers => Math.max(...numbers),
  median: numbers => percentile(numbers, 0.5),
  p25: numbers => percentile(numbers, 0.25),
  p75: numbers => percentile(numbers, 0.75),
  p90: numbers => percentile(numbers, 0.9),
  p95: numbers => percentile(numbers, 0.95),
  p99: numbers => percentile(numbers, 0.99),
}

function transform(
  document: SegmentationDocument,
  buckets: readonly Stretch[],
  events: readonly CountedEvent[],
  what: Measure,
  count: (part: Stretch) => Value,
): Value[] {
  const values = buckets.map(count)
  const upTo = (index: number, most = index + 1) => values.slice(Math.max(0, index + 1 - most), index + 1).filter(value => value !== null)
  const { transform } = document
  if (transform === undefined) return values
  if (transform.type === 'rolling') {
    // "The mean over the non-null values of the bucket and up to window-1 before it inside the range, null where there are none."
    return values.map((_, index) => (upTo(index, transform.window).length === 0 ? null : mean(upTo(index, transform.window))))
  }
  if (what === 'entities') {
    // "A cumulative `entities` counts each entity in the bucket of its first event."
    const seenBy = (end: number) => events.filter(event => within(event, { start: buckets[0]?.start ?? 0, end }))
    return buckets.map(({ end }) => distinctEntities(seenBy(end)))
  }
  // "`events` and `sum` add up (`sum` skips nulls, and is null before the first number)."
  return values.map((_, index) => (upTo(index).length === 0 ? null : sum(upTo(index))))
}

/** "The buckets are cut to, or padded with null up to, the number of the main ones." */
function lineUp(values: readonly Value[], length: number): Value[] {
  return Array.from({ length }, (_, index) => values[index] ?? null)
}

function formulasOver(
  document: SegmentationDocument,
  shown: readonly ShownGroup[],
  entries: readonly SegmentationEntry[],
  buckets: number,
): SegmentationEntry[] {
  const sameGroup = (a: ShownGroup['group'], b: ShownGroup['group']) => JSON.stringify(a) === JSON.stringify(b)
  return (document.formulas ?? []).flatMap(({ formula, label }, index) =>
    shown.map(({ group }): SegmentationEntry => {
      const operand = (name: string) => entries.find(entry => entry.series === name && sameGroup(entry.group, group))
      const at = (bucket: number) => evaluate(formula, name => operand(name)?.values[bucket] ?? null)
      const values = Array.from({ length: buckets }, (_, bucket) => at(bucket))
      return {
        series: `F${index + 1}`,
        label: label ?? formula,
        group,
        values,
        total: evaluate(formula, name => operand(name)?.total ?? null),
      }
    }),
  )
}
