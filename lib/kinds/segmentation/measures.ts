import type { Bool, Planner, Sql } from '@/sql'
import type { Matched } from './matched'
import type { ResolvedMeasure, ResolvedSeries } from './resolve'

/** How a measure is worked out: from partial results of each entity, from the events themselves, or from days of activity. */
export type Family = 'partial' | 'whole' | 'active'

export function familyOf({ measure }: Pick<ResolvedSeries, 'measure'>): Family {
  switch (measure.measure) {
    case 'events':
    case 'entities':
    case 'eventsPerEntity':
    case 'sum':
    case 'avg':
    case 'min':
    case 'max':
      return 'partial'
    case 'median':
    case 'p25':
    case 'p75':
    case 'p90':
    case 'p95':
    case 'p99':
    case 'distinct':
      return 'whole'
    case 'active':
      return 'active'
    default:
      return measure satisfies never
  }
}

export const countsEntities = ({ measure }: ResolvedSeries): boolean =>
  measure.measure === 'entities' || measure.measure === 'eventsPerEntity'

const isOverNumbers = (measure: ResolvedMeasure['measure']): boolean => ['sum', 'avg', 'min', 'max'].includes(measure)

const column = (part: string, { name }: ResolvedSeries): string => `${part}_${name}`

/** What is kept of a series for each group, bucket and entity, by column: enough for its measure over any union of them. */
export function partials(series: ResolvedSeries, matched: Matched, { eb, verbs }: Planner): Readonly<Record<string, Sql>> {
  const flag = matched.flag(series)
  const { measure } = series.measure
  if (!isOverNumbers(measure)) {
    return { [column('events', series)]: flag === null ? eb.fn.countAll() : verbs.countIf(flag) }
  }
  const value = matched.value(series)
  const over = (aggregate: string): Sql => {
    const all = eb.fn.agg(aggregate, [value])
    return flag === null ? all : all.filterWhere(flag)
  }
  if (measure === 'avg') return { [column('sum', series)]: over('sum'), [column('count', series)]: over('count') }
  return { [column(measure, series)]: over(measure) }
}

/** The same columns, of several rows as one. */
export function mergedPartials(series: ResolvedSeries, { eb }: Planner): Readonly<Record<string, Sql>> {
  const merge = (part: string, aggregate: string) => ({ [column(part, series)]: eb.fn.agg(aggregate, [column(part, series)]) })
  switch (series.measure.measure) {
    case 'avg':
      return { ...merge('sum', 'sum'), ...merge('count', 'sum') }
    case 'sum':
      return merge('sum', 'sum')
    case 'min':
    case 'max':
      return merge(series.measure.measure, series.measure.measure)
    default:
      return merge('events', 'sum')
  }
}

/**
 * The measure from partial results.
 * @param isEntityUnique whether an entity has one row at most in what is aggregated
 */
export function fromPartials(series: ResolvedSeries, isEntityUnique: boolean, { eb, verbs }: Planner): Sql {
  const ref = (part: string): Sql => eb.ref(column(part, series))
  const sum = (part: string): Sql => eb.fn.agg('sum', [ref(part)])
  const took = eb(ref('events'), '>', verbs.int(0))
  const entities = () => (isEntityUnique ? verbs.countIf(took) : verbs.countDistinctIf(eb.ref('entity'), took))
  const { measure } = series.measure
  switch (measure) {
    case 'entities':
      return entities()
    case 'eventsPerEntity':
      return verbs.ratio(sum('events'), eb.fn('nullif', [entities(), verbs.int(0)]))
    case 'avg':
      return verbs.ratio(sum('sum'), eb.fn('nullif', [sum('count'), verbs.int(0)]))
    case 'min':
    case 'max':
      return eb.fn.agg(measure, [ref(measure)])
    case 'sum':
      return sum('sum')
    default:
      return sum('events')
  }
}

const fractions = { p25: 0.25, median: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p99: 0.99 } as const

/** The measure from the events themselves. */
export function fromEvents(series: ResolvedSeries, matched: Matched, lastDay: number, planner: Planner): Sql {
  const { eb, verbs } = planner
  const { measure } = series
  const counts: Bool = matched.flag(series) ?? eb.val(true)
  const entities = () => verbs.countDistinctIf(eb.ref('entity'), counts)
  switch (measure.measure) {
    case 'events':
      return verbs.countIf(counts)
    case 'entities':
      return entities()
    case 'eventsPerEntity':
      return verbs.ratio(verbs.countIf(counts), eb.fn('nullif', [entities(), verbs.int(0)]))
    case 'sum':
    case 'avg':
    case 'min':
    case 'max':
      return eb.fn.agg(measure.measure, [matched.value(series)]).filterWhere(counts)
    case 'distinct':
      return verbs.countDistinctIf(matched.value(series), counts)
    case 'active':
      return verbs.countDistinctIf(eb.ref('entity'), eb.and([counts, eb(eb.ref('day'), '>', verbs.int(lastDay - measure.days))]))
    default:
      return verbs.percentileIf(matched.value(series), fractions[measure.measure], counts)
  }
}
