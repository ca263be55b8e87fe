import type { Bool, Planner, Sql } from '@/sql'
import type { Entities } from './entities'
import type { Matched } from './matched'
import type { ResolvedSeries } from './resolve'

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

const column = (part: string, { name }: ResolvedSeries): string => `${part}_${name}`

type PartOfResult = 'events' | 'bits' | 'sum' | 'count' | 'min' | 'max'

const merges: Readonly<Record<PartOfResult, string>> = { events: 'sum', bits: 'bit_or', sum: 'sum', count: 'sum', min: 'min', max: 'max' }

/** What is kept of a series: enough for its measure over any union of groups, buckets and entities. */
function partsOf({ measure: { measure } }: ResolvedSeries, { bits }: Entities): readonly PartOfResult[] {
  switch (measure) {
    case 'avg':
      return ['sum', 'count']
    case 'sum':
    case 'min':
    case 'max':
      return [measure]
    case 'entities':
      return bits === null ? ['events'] : ['bits']
    case 'eventsPerEntity':
      return bits === null ? ['events'] : ['bits', 'events']
    default:
      return ['events']
  }
}

/** What is kept of a series for each group, bucket and entity, by column, of the rows where `flag` holds. */
export function partials(series: ResolvedSeries, flag: Bool | null, matched: Matched, planner: Planner): Readonly<Record<string, Sql>> {
  const { eb, verbs } = planner
  const { entities } = matched
  const kept = (part: PartOfResult): Sql => {
    if (part === 'events') return flag === null ? eb.fn.countAll() : verbs.countIf(flag)
    const isSet = part === 'bits' && entities.bits !== null
    const all = isSet ? eb.fn.agg('bit_or', [entities.bits(eb.ref('entity'))]) : eb.fn.agg(part, [matched.value(series)])
    return flag === null ? all : all.filterWhere(flag)
  }
  return Object.fromEntries(partsOf(series, entities).map(part => [column(part, series), kept(part)]))
}

/** The same columns, of several rows as one. */
export function mergedPartials(series: ResolvedSeries, entities: Entities, { eb }: Planner): Readonly<Record<string, Sql>> {
  return Object.fromEntries(
    partsOf(series, entities).map(part => {
      const name = column(part, series)
      return [name, eb.fn.agg(merges[part], [name])]
    }),
  )
}

/** The measure from partial results, in which an entity counts in one row at most. */
export function fromPartials(series: ResolvedSeries, entities: Entities, { eb, verbs }: Planner): Sql {
  const ref = (part: string): Sql => eb.ref(column(part, series))
  const sum = (part: string): Sql => eb.fn.agg('sum', [ref(part)])
  const { measure } = series.measure
  switch (measure) {
    case 'entities':
      return entities.count(series.name)
    case 'eventsPerEntity':
      return verbs.ratio(sum('events'), eb.fn('nullif', [entities.count(series.name), verbs.int(0)]))
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
