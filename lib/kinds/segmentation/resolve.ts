import type { Dataset } from '@/lib/catalog'
import { tooManyBuckets } from '@/lib/parts/bucket-limit'
import { type Buckets, bucketsOf } from '@/lib/parts/buckets'
import type { CalendarUnit } from '@/lib/parts/range'
import { type Frame, resolveEnvelope } from '@/lib/parts/resolve-envelope'
import { type Property, resolveProperty } from '@/lib/parts/resolve-property'
import { type EventFilter, resolveSelection } from '@/lib/parts/resolve-selection'
import { isWithinReach, type Span, shiftedSpan } from '@/lib/parts/span'
import { fail, type Path, type Problem, problem, type Result, succeed } from '@/lib/problems'
import type { Aggregate, Formula, SegmentationDocument, Series } from './document'
import { type Expression, parseFormula, seriesIn } from './formula'

/** A measure with its property found. `days` is the window of active entities. */
export type ResolvedMeasure =
  | { readonly measure: 'events' | 'entities' | 'eventsPerEntity' }
  | { readonly measure: Aggregate; readonly property: Property }
  | { readonly measure: 'active'; readonly days: number }

export interface ResolvedSeries extends EventFilter {
  readonly name: string
  readonly measure: ResolvedMeasure
}

/** The range itself, or the earlier one it is compared with. */
export interface Period {
  readonly span: Span
  /** Null for one number over all of it. */
  readonly buckets: Buckets | null
}

export interface ResolvedFormula {
  readonly label: string
  readonly expression: Expression
}

export interface SegmentationQuestion extends Frame {
  readonly interval: CalendarUnit | 'none'
  readonly series: readonly ResolvedSeries[]
  readonly formulas: readonly ResolvedFormula[]
  readonly transform: SegmentationDocument['transform'] | null
  /** First the range, then where asked for the earlier one. */
  readonly periods: readonly [Period] | readonly [Period, Period]
}

/** Finds what the document names, and works out its instants. Fails with all that is wrong at once, each at its place. */
export function resolve(document: SegmentationDocument, dataset: Dataset, now: Date): Result<SegmentationQuestion> {
  const problems: Problem[] = []
  const frame = resolveEnvelope(document, dataset, now, problems)
  if (frame === null) return fail(...problems)
  const interval = document.interval ?? 'day'
  const tooMany = interval === 'none' ? null : tooManyBuckets(frame.span, interval, ['interval'])
  if (tooMany !== null) return fail(...problems, tooMany)
  const series = document.series.flatMap((written, index) => resolveSeries(written, index, frame, interval, problems) ?? [])
  const transform = document.transform ?? null
  if (transform?.type === 'cumulative') refuseCumulative(series, problems)
  const names = document.series.map((_, index) => seriesName(index))
  const formulas = (document.formulas ?? []).flatMap((formula, index) => resolveFormula(formula, index, names, problems) ?? [])
  const { compare } = document
  const earlier = compare === undefined ? null : shiftedSpan(frame.span, compare.shift, compare.unit)
  if (earlier !== null && !isWithinReach(earlier)) problems.push(problem('outOfReach', ['compare', 'shift']))
  if (problems.length > 0) return fail(...problems)
  const period = (span: Span): Period => ({ span, buckets: interval === 'none' ? null : bucketsOf(span, interval) })
  const main = period(frame.span)
  return succeed({
    ...frame,
    interval,
    series,
    formulas,
    transform,
    periods: earlier === null ? [main] : [main, period(earlier)],
  })
}

const seriesName = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)

function resolveSeries(
  series: Series,
  index: number,
  frame: Frame,
  interval: SegmentationDocument['interval'],
  problems: Problem[],
): ResolvedSeries | null {
  const path: Path = ['series', index]
  const measure = resolveMeasure(series, path, frame, interval, problems)
  if (series.event === undefined) {
    if (series.measure !== 'population') problems.push(problem('invalidValue', [...path, 'event'], { detail: 'Choose an event.' }))
    return null
  }
  const selection = resolveSelection({ ...series, event: series.event }, path, { ...frame, problems })
  return measure === null ? null : { ...selection, name: seriesName(index), measure }
}

function resolveMeasure(
  { measure = 'entities' }: Series,
  path: Path,
  frame: Frame,
  interval: SegmentationDocument['interval'],
  problems: Problem[],
): ResolvedMeasure | null {
  if (measure === 'population') {
    problems.push(problem('notSupported', [...path, 'measure'], { what: 'The measure “population”' }))
    return null
  }
  if (typeof measure === 'string') return { measure }
  if ('active' in measure) {
    if (interval !== 'day' && interval !== 'week' && interval !== 'month') {
      const detail = 'Active entities are counted by day, week or month. Choose one of these intervals.'
      problems.push(problem('invalidValue', ['interval'], { detail }))
    }
    return { measure: 'active', days: measure.active }
  }
  const property = resolveProperty(measure.property, frame.dataset, [...path, 'measure', 'property'], problems)
  return property === null ? null : { measure: measure.agg, property }
}

function refuseCumulative(series: readonly ResolvedSeries[], problems: Problem[]): void {
  const adding: readonly string[] = ['entities', 'events', 'sum']
  const refused = series.filter(({ measure }) => !adding.includes(measure.measure))
  if (refused.length === 0) return
  const detail = `Only “entities”, “events” and “sum” add up over time; series ${refused.map(({ name }) => name).join(', ')} measures something else.`
  problems.push(problem('invalidValue', ['transform', 'type'], { detail }))
}

function resolveFormula(formula: Formula, index: number, names: readonly string[], problems: Problem[]): ResolvedFormula | null {
  const path: Path = ['formulas', index, 'formula']
  const expression = parseFormula(formula.formula)
  if ('error' in expression) {
    problems.push(
      problem('invalidValue', path, { detail: `The formula cannot be read: ${expression.error}. Write it like “A / B * 100”.` }),
    )
    return null
  }
  const unknown = seriesIn(expression).filter(name => !names.includes(name))
  if (unknown.length > 0) {
    const detail = `There is no series “${unknown[0]}”. The series are: ${names.join(', ')}.`
    problems.push(problem('invalidValue', path, { detail }))
    return null
  }
  return { label: formula.label ?? formula.formula, expression }
}
