import { type QueryCreator, sql } from 'kysely'
import { columns } from '@/sql/dialects/portable'
import type { AnyTables, Sql } from '@/sql/plan'
import type { ChainRequest, Stage } from '@/sql/verbs'

/** A chain of ASOF joins: DuckDB sorts anew for every nested window, but reads each stage's rows once here. */
export function chain(creator: QueryCreator<AnyTables>, request: ChainRequest): QueryCreator<AnyTables> {
  const { partition, position, stages } = request
  const added = stages.flatMap(stage => Object.keys(stage.adds))
  let relations = creator
  stages.forEach((stage, index) => {
    relations = relations.with(`stage${index + 1}`, () => (index === 0 ? firstStage(request, stage) : laterStage(request, stage, index)))
  })
  const ends = stages.map((_, index) => {
    const has = new Set(stages.slice(0, index + 1).flatMap(stage => Object.keys(stage.adds)))
    const chained = added.map(name => (has.has(name) ? sql.id(name) : sql`null as ${sql.id(name)}`))
    return sql`select ${columns([...partition, position])}, ${sql.lit(index + 1)} as reached, ${sql.join(chained)} from ${sql.id(`stage${index + 1}`)}`
  })
  return relations.with('chains', () => sql<AnyTables>`(${sql.join(ends, sql` union all `)})`)
}

type Column = (name: string) => Sql

const named = (value: Sql, name: string) => sql`${value} as ${sql.id(name)}`

/** What a stage says of its rows, beside what it adds. */
function selected({ partition, position, instant }: ChainRequest, stage: Stage, before: readonly string[], chained: Column) {
  const row: Column = name => sql.id('x', name)
  const adds = Object.entries(stage.adds)
  const own = new Map(adds)
  const chain: Column = name => (own.has(name) ? row(own.get(name) as string) : chained(name))
  return [
    ...[...partition, position].map(row),
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
  const before = stages.slice(0, index).flatMap(earlier => Object.keys(earlier.adds))
  const link = linkOf(request, index)
  const allowed = [...link.found, ...(stage.allows === undefined ? [] : [stage.allows(name => sql.id('x', name), link.chained)])]
  const where = allowed.length > 0 ? sql` where ${sql.join(allowed, sql` and `)}` : sql``
  const columns = selected(request, stage, before, link.chained)
  return sql<AnyTables>`(select ${sql.join(columns)} from (select * from ${sql.id(source)} where ${stage.where}) as x ${link.joins}${where})`
}

/** How a row finds the chain it continues: the last before it; of an earlier instant, the last that outlived its own. */
function linkOf({ partition, position, instant, stages }: ChainRequest, index: number) {
  const stage = sql.id(`stage${index}`)
  const equal = (alias: string) =>
    sql.join(
      partition.map(name => sql`${sql.id('x', name)} = ${sql.id(alias, name)}`),
      sql` and `,
    )
  const follows = (alias: string) => sql`${sql.id('x', position)} > ${sql.id(alias, position)}`
  if (stages[index - 1]?.outlives === undefined) {
    return {
      joins: sql`asof join ${stage} as p on ${equal('p')} and ${follows('p')}`,
      chained: (name: string): Sql => sql.id('p', name),
      found: [],
    }
  }
  const isNear = sql`${sql.id('near', position)} is not null and ${sql.id('near', position)} >= coalesce(${sql.id('far', position)}, ${sql.id('near', position)})`
  return {
    joins: sql`asof left join ${stage} as near on ${equal('near')} and ${sql.id('x', instant)} = near.instant and ${follows('near')}
      asof left join (select * from ${stage} where outlives) as far on ${equal('far')} and ${follows('far')}`,
    chained: (name: string): Sql => sql`case when ${isNear} then ${sql.id('near', name)} else ${sql.id('far', name)} end`,
    found: [sql`(${sql.id('near', position)} is not null or ${sql.id('far', position)} is not null)`],
  }
}
