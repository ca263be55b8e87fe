import type { Row } from '@/lib/engines/engine'
import { type RankedGroup, readGroups, withOthers } from '@/lib/parts/read-groups'
import type { SegmentationAnswer, SegmentationEntry } from './answer'
import { evaluate } from './formula'
import { countsEntities, familyOf } from './measures'
import type { Part } from './part'
import { lastDayOf } from './plan'
import type { ResolvedSeries, SegmentationQuestion } from './resolve'
import { cumulate, rollingMean } from './transform'

type Values = readonly (number | null)[]

interface Line {
  readonly values: Values
  readonly total: number | null
}

/** Rows by period, rank, part and bucket, as the plan makes them. */
export function readRows(rows: readonly Row[], question: SegmentationQuestion): SegmentationAnswer {
  const cells = new Map<string, Row>()
  for (const row of rows) {
    const key = cellKey(row.part as Part, Number(row.period ?? 0), Number(row.rank ?? 1), row.bucket as number | null)
    // Series of different families come in rows of their own.
    const known = Object.entries(row).filter(([, cell]) => cell !== null)
    cells.set(key, { ...cells.get(key), ...Object.fromEntries(known) })
  }
  const groups = groupsOf(rows, question)
  const [main] = question.periods
  const buckets = main.buckets?.labels ?? [main.span.firstDay.toString()]
  const entries = question.periods.flatMap((_, period) => entriesOf(question, groups, buckets.length, period, cells))
  return { kind: 'segmentation', interval: question.interval, buckets, series: entries }
}

const cellKey = (part: Part, period: number, rank: number, bucket: number | null): string => `${part} ${period} ${rank} ${bucket ?? ''}`

/** The kept groups by rank; `$other` where the range has events of other groups. */
function groupsOf(rows: readonly Row[], question: SegmentationQuestion): readonly RankedGroup[] {
  if (question.breakdown.length === 0) return [{ rank: 1, group: [] }]
  const isInRange = (row: Row): boolean => row.part !== 'group' && Number(row.period ?? 0) === 0
  return withOthers(readGroups(rows, question), question, rank => rows.some(row => row.rank === rank && isInRange(row)))
}

function entriesOf(
  question: SegmentationQuestion,
  groups: readonly RankedGroup[],
  count: number,
  period: number,
  cells: ReadonlyMap<string, Row>,
): readonly SegmentationEntry[] {
  const isCompared = period > 0 ? ({ compare: true } as const) : {}
  const lines = new Map<string, Line>()
  const lineOf = (name: string, rank: number): Line => lines.get(`${name} ${rank}`) as Line
  const series = question.series.flatMap(one =>
    groups.map(({ rank, group }): SegmentationEntry => {
      const line = lineOfSeries(question, one, rank, count, period, cells)
      lines.set(`${one.name} ${rank}`, line)
      return { series: one.name, label: one.label, group, ...line, ...isCompared }
    }),
  )
  const formulas = question.formulas.flatMap(({ label, expression }, index) =>
    groups.map(({ rank, group }): SegmentationEntry => {
      const values = Array.from({ length: count }, (_, bucket) => evaluate(expression, name => lineOf(name, rank).values[bucket] ?? null))
      const total = evaluate(expression, name => lineOf(name, rank).total)
      return { series: `F${index + 1}`, label, group, values, total, ...isCompared }
    }),
  )
  return [...series, ...formulas]
}

function lineOfSeries(
  question: SegmentationQuestion,
  series: ResolvedSeries,
  rank: number,
  count: number,
  period: number,
  cells: ReadonlyMap<string, Row>,
): Line {
  const isActive = familyOf(series) === 'active'
  const nothing = isCount(series) ? 0 : null
  const cell = (part: Part, bucket: number | null): number | null =>
    (cells.get(cellKey(part, period, rank, bucket))?.[series.name] as number | null | undefined) ?? nothing
  const own = question.periods[period]?.buckets ?? null
  if (isActive) return activeLine(question, series, rank, count, period, cells)
  const total = cell('total', null)
  if (own === null) return { values: [total], total }
  const isCumulative = question.transform?.type === 'cumulative'
  const part = isCumulative && countsEntities(series) ? 'first' : 'bucket'
  const known = Math.min(count, own.labels.length)
  const values = Array.from({ length: known }, (_, bucket) => cell(part, bucket))
  return { values: padded(transformed(values, question), count), total }
}

const isCount = ({ measure }: ResolvedSeries): boolean =>
  measure.measure === 'events' || measure.measure === 'entities' || measure.measure === 'distinct' || measure.measure === 'active'

/** The running number of active entities, taken at the last day of each bucket. */
function activeLine(
  question: SegmentationQuestion,
  series: ResolvedSeries,
  rank: number,
  count: number,
  period: number,
  cells: ReadonlyMap<string, Row>,
): Line {
  const { span, buckets } = question.periods[period] as SegmentationQuestion['periods'][0]
  const days = lastDayOf({ span })
  const byDay: number[] = []
  let active = 0
  for (let day = 0; day <= days; day++) {
    active = (cells.get(cellKey('active', period, rank, day))?.[series.name] as number | null | undefined) ?? active
    byDay.push(active)
  }
  const starts = (buckets?.labels ?? []).map(label => span.firstDay.until(label).days)
  const known = Math.min(count, starts.length)
  const values = Array.from({ length: known }, (_, bucket) => byDay[Math.min(days, (starts[bucket + 1] ?? days + 1) - 1)] as number)
  return { values: padded(transformed(values, question), count), total: byDay[days] ?? 0 }
}

/** An earlier range with fewer buckets ends in nulls, so that both line up. */
const padded = (values: Values, count: number): Values => [...values, ...Array.from({ length: count - values.length }, () => null)]

function transformed(values: Values, { transform }: SegmentationQuestion): Values {
  if (transform === null) return values
  return transform?.type === 'rolling' ? rollingMean(values, transform.window) : cumulate(values)
}
