import { type QueryCreator, sql } from 'kysely'
import type { AnyTables, Sql } from '@/sql/plan'
import type { ChainRequest, Stage } from '@/sql/verbs'

/**
 * A chain of ASOF joins: DuckDB sorts anew for every nested window, but sorts each stage's rows once or twice here. A stage keeps no more
 * than it must, since what it keeps is sorted with it, and of each stage only the first end of an entity goes on.
 */
export function chain(creator: QueryCreator<AnyTables>, request: ChainRequest): QueryCreator<AnyTables> {
  const { entity, stages } = request
  const relations = stages.reduce(
    (all, stage, index) =>
      all.with(
        relation => relation(`stage${index + 1}`).materialized(),
        () => (index === 0 ? firstStage(request, stage) : laterStage(request, stage, index)),
      ),
    creator,
  )
  const ends = stages.map((_, index) => endsOf(request, index))
  const added = stages.flatMap(stage => Object.keys(stage.adds)).map(name => named(sql`arg_max_null(${sql.id(name)}, reached)`, name))
  const reported = sql`select ${sql.id(entity)}, max(reached) as reached, ${sql.join(added)} from ends group by ${sql.id(entity)}`
  return relations
    .with('ends', () => sql<AnyTables>`(${sql.join(ends, sql` union all `)})`)
    .with('reported', () => sql<AnyTables>`(${reported})`)
}

type Column = (name: string) => Sql

const named = (value: Sql, name: string) => sql`${value} as ${sql.id(name)}`

/** Where a stage keeps its row's number: in what it adds, if it adds just that. */
function numberIn(stage: Stage, { order }: ChainRequest): string {
  return Object.entries(stage.adds).find(([, column]) => column === order.column)?.[0] ?? order.column
}

/** What stages up to this one added. */
const addedUpTo = (stages: readonly Stage[], count: number): readonly string[] =>
  stages.slice(0, count).flatMap(stage => Object.keys(stage.adds))

/** What a stage says of its rows, beside what it adds. */
function selected(request: ChainRequest, stage: Stage, before: readonly string[], chained: Column) {
  const { entity, equal, order, instant } = request
  const row: Column = name => sql.id('x', name)
  const adds = Object.entries(stage.adds)
  const own = new Map(adds)
  const chain: Column = name => (own.has(name) ? row(own.get(name) as string) : chained(name))
  return [
    ...[entity, ...equal].map(row),
    ...(own.has(numberIn(stage, request)) ? [] : [row(order.column)]),
    ...before.map(name => named(chained(name), name)),
    ...adds.map(([name, column]) => named(row(column), name)),
    ...(stage.outlives === undefined ? [] : [named(row(instant), 'instant'), named(stage.outlives(row, chain), 'outlives')]),
  ]
}

function firstStage(request: ChainRequest, stage: Stage) {
  const columns = selected(request, stage, [], name => sql.id('x', name))
  return sql<AnyTables>`(select ${sql.join(columns)} from ${sql.id(request.source)} as x where ${stage.where})`
}

function laterStage(request: ChainRequest, stage: Stage, index: number) {
  const { source, stages } = request
  const link = linkOf(request, index)
  const allowed = [...link.found, ...(stage.allows === undefined ? [] : [stage.allows(name => sql.id('x', name), link.chained)])]
  const where = allowed.length > 0 ? sql` where ${sql.join(allowed, sql` and `)}` : sql``
  const columns = selected(request, stage, addedUpTo(stages, index), link.chained)
  return sql<AnyTables>`(select ${sql.join(columns)} from (select * from ${sql.id(source)} where ${stage.where}) as x ${link.joins}${where})`
}

/** How a row finds the chain it continues: the last before it; of an earlier instant, the last that outlived its own. */
function linkOf(request: ChainRequest, index: number) {
  const { entity, equal, order, instant, stages } = request
  const previous = stages[index - 1] as Stage
  const stage = sql.id(`stage${index}`)
  const number = numberIn(previous, request)
  const isEqual = (alias: string) =>
    sql.join(
      [entity, ...equal].map(name => sql`${sql.id('x', name)} = ${sql.id(alias, name)}`),
      sql` and `,
    )
  // A row of an earlier stage comes before one of the same number.
  const comparison = order.stage === undefined ? sql`>` : sql`>=`
  const follows = (alias: string) => sql`${sql.id('x', order.column)} ${comparison} ${sql.id(alias, number)}`
  if (previous.outlives === undefined) {
    return {
      joins: sql`asof join ${stage} as p on ${isEqual('p')} and ${follows('p')}`,
      chained: (name: string): Sql => sql.id('p', name),
      found: [],
    }
  }
  const isNear = sql`${sql.id('near', number)} is not null and ${sql.id('near', number)} >= coalesce(${sql.id('far', number)}, ${sql.id('near', number)})`
  return {
    joins: sql`asof left join ${stage} as near on ${isEqual('near')} and ${sql.id('x', instant)} = near.instant and ${follows('near')}
      asof left join (select * from ${stage} where outlives) as far on ${isEqual('far')} and ${follows('far')}`,
    chained: (name: string): Sql => sql`case when ${isNear} then ${sql.id('near', name)} else ${sql.id('far', name)} end`,
    found: [sql`(${sql.id('near', number)} is not null or ${sql.id('far', number)} is not null)`],
  }
}

/** Of each entity the chain that ends first in the stage, with NULL for what later stages would add. */
function endsOf(request: ChainRequest, index: number) {
  const { entity, stages } = request
  const number = numberIn(stages[index] as Stage, request)
  const has = new Set(addedUpTo(stages, index + 1))
  const ended = (name: string): Sql => {
    if (!has.has(name)) return sql`null`
    return name === number ? sql`min(${sql.id(name)})` : sql`arg_min_null(${sql.id(name)}, ${sql.id(number)})`
  }
  const added = addedUpTo(stages, stages.length).map(name => named(ended(name), name))
  return sql`select ${sql.id(entity)}, ${sql.lit(index + 1)} as reached, ${sql.join(added)} from ${sql.id(`stage${index + 1}`)} group by ${sql.id(entity)}`
}
