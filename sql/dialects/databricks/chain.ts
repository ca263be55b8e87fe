import { type QueryCreator, sql } from 'kysely'
import { columns, whole } from '@/sql/dialects/portable'
import type { AnyTables, Sql } from '@/sql/plan'
import type { ChainRequest, Stage } from '@/sql/verbs'

/** Nested windows over one partition and order: one scan, one exchange and one sort, whatever the number of stages. */
export function chain(creator: QueryCreator<AnyTables>, request: ChainRequest): QueryCreator<AnyTables> {
  const { entity, order, stages } = request
  const kept = columns([entity, order.column])
  const relations = stages.reduce((all, stage, index) => withStage(all, request, stage, index), creator)
  const ends = sql.join(stages.map((_, index) => endOf(stages, index)))
  const last = sql.id(`stage${stages.length}`)
  const added = stages.flatMap(stage => Object.keys(stage.adds))
  const rank = sql`reached * ${whole(numbersPerStage)} - ${sql.id(order.column)}`
  const reported = sql.join(added.map(name => sql`max_by(${sql.id(name)}, ${rank}) as ${sql.id(name)}`))
  return relations
    .with(
      'chains',
      () =>
        sql<AnyTables>`(select ${kept}, ended.* from (select ${kept}, explode(array(${ends})) as ended from ${last}) where ended is not null)`,
    )
    .with(
      'reported',
      () => sql<AnyTables>`(select ${sql.id(entity)}, max(reached) as reached, ${reported} from chains group by ${sql.id(entity)})`,
    )
}

/** More than any number by which rows are ordered: chains compare by the stage they reached, then by how early they end. */
const numbersPerStage = 2n ** 58n

/** Each row keeps, for each stage it belongs to, the chain that ends in it: `chain1`, `chain2`, ... */
function withStage(creator: QueryCreator<AnyTables>, request: ChainRequest, stage: Stage, index: number): QueryCreator<AnyTables> {
  const number = index + 1
  const chainId = sql.id(`chain${number}`)
  const row = (column: string): Sql => sql.id(column)
  if (index === 0) {
    const first = sql`case when ${stage.where} then ${chainStruct(request, stage, [], row)} end as ${chainId}`
    return creator.with('stage1', () => sql<AnyTables>`(select *, ${first} from ${sql.id(request.source)})`)
  }
  const link = sql.id(`link${number}`)
  const before = request.stages.slice(0, index).flatMap(earlier => Object.keys(earlier.adds))
  const chained = (column: string): Sql => sql`${link}.${sql.id(column)}`
  const allowed = stage.allows === undefined ? sql`` : sql` and ${stage.allows(row, chained)}`
  const linked = sql`case when ${stage.where} then ${linkTo(request, index)} end as ${link}`
  const extended = sql`case when ${link} is not null${allowed} then ${chainStruct(request, stage, before, chained)} end as ${chainId}`
  return creator
    .with(`linked${number}`, () => sql<AnyTables>`(select *, ${linked} from ${sql.id(`stage${index}`)})`)
    .with(`stage${number}`, () => sql<AnyTables>`(select *, ${extended} from ${sql.id(`linked${number}`)})`)
}

function chainStruct({ order }: ChainRequest, stage: Stage, before: readonly string[], chained: (column: string) => Sql): Sql {
  const own = new Map(Object.entries(stage.adds))
  const row = (column: string): Sql => sql.id(column)
  const chain = (name: string): Sql => (own.has(name) ? row(own.get(name) as string) : chained(name))
  const fields = [
    ...before.map(name => sql`${chained(name)} as ${sql.id(name)}`),
    ...[...own].map(([name, column]) => sql`${row(column)} as ${sql.id(name)}`),
    ...(stage.outlives === undefined ? [] : [sql`${row(order.column)} as ends`, sql`${stage.outlives(row, chain)} as outlives`]),
  ]
  return sql`struct(${sql.join(fields)})`
}

/** The chain that a row continues: the last before it; of an earlier instant, the last that outlived its own. */
function linkTo({ entity, equal, order, instant, stages }: ChainRequest, index: number): Sql {
  const partition = [entity, ...equal]
  const ordered = columns([order.column, ...(order.stage === undefined ? [] : [order.stage])])
  const chainId = sql.id(`chain${index}`)
  const last = (value: Sql, within: readonly string[]) =>
    sql`last(${value}, true) over (partition by ${columns(within)} order by ${ordered} rows between unbounded preceding and 1 preceding)`
  if (stages[index - 1]?.outlives === undefined) return last(chainId, partition)
  const near = last(chainId, [...partition, instant])
  const far = last(sql`case when ${chainId}.outlives then ${chainId} end`, partition)
  return sql`case when ${near} is not null and ${near}.ends >= coalesce(${far}.ends, ${near}.ends) then ${near} else ${far} end`
}

/** The chain that ends in a row as a row of the result, with NULL of the right type for what later stages would add. */
function endOf(stages: readonly Stage[], index: number): Sql {
  const has = new Set(stages.slice(0, index + 1).flatMap(stage => Object.keys(stage.adds)))
  const ended = sql.id(`chain${index + 1}`)
  const fields = stages.flatMap(stage =>
    Object.entries(stage.adds).map(([name, column]) =>
      has.has(name) ? sql`${ended}.${sql.id(name)} as ${sql.id(name)}` : sql`case when false then ${sql.id(column)} end as ${sql.id(name)}`,
    ),
  )
  return sql`case when ${ended} is not null then struct(${sql.lit(index + 1)} as reached, ${sql.join(fields)}) end`
}
