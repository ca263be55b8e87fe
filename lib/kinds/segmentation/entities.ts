import type { Planner, Sql } from '@/sql'

/**
 * How partial results tell entities apart. Texts have a row each. Numbers are held as sets, a block of 64 in a row: of the many entities of a
 * bucket several share a row, so that there are far fewer rows to look up, merge and keep, and an entity is still told from all others.
 */
export interface Entities {
  /** The column of a partial result that tells entities, or blocks of them, apart. */
  readonly key: string
  /** The same of a row of `matched`. */
  keyOf(entity: Sql): Sql
  /** What stands for an entity in a set; null where entities are not held in sets. */
  readonly bits: ((entity: Sql) => Sql) | null
  /** How many entities have events of the series, in partial results each of which has other entities. */
  count(series: string): Sql<number>
  /** What in a partial result is the first of its kind among the results alike in `lines` and key, by column. */
  firsts(series: string, lines: readonly string[]): Readonly<Record<string, Sql>>
  /** How many entities have their first event of the series there. */
  countFirsts(series: string): Sql<number>
}

export const entitiesOf = (isNumber: boolean, planner: Planner): Entities => (isNumber ? inSets(planner) : inRows(planner))

function inSets({ eb, verbs }: Planner): Entities {
  const size = (bits: string): Sql<number> => eb.fn.agg<number>('sum', [verbs.bitCount(eb.ref(bits))])
  return {
    key: 'block',
    keyOf: verbs.block,
    bits: verbs.bitInBlock,
    count: series => size(`bits_${series}`),
    firsts: (series, lines) => {
      const bits = eb.ref(`bits_${series}`)
      return { [`firsts_${series}`]: verbs.bitsWithout(bits, verbs.bitOrWithin(bits, [...lines, 'block'], 'bucket', null, -1)) }
    },
    countFirsts: series => size(`firsts_${series}`),
  }
}

function inRows({ eb, verbs }: Planner): Entities {
  const took = (series: string) => eb(eb.ref(`events_${series}`), '>', verbs.int(0))
  return {
    key: 'entity',
    keyOf: entity => entity,
    bits: null,
    count: series => verbs.countIf(took(series)),
    firsts: (series, lines) => {
      const bucket = eb.case().when(took(series)).then(eb.ref('bucket')).end()
      const first = eb.fn.agg('min', [bucket]).over(over => over.partitionBy([...lines, 'entity']))
      return { [`firsts_${series}`]: eb.and([took(series), eb(eb.ref('bucket'), '=', first)]) }
    },
    countFirsts: series => verbs.countIf(eb.ref(`firsts_${series}`) as Sql<boolean>),
  }
}
