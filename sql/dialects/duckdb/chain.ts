import { type QueryCreator, sql } from 'kysely'
import { columns } from '@/sql/dialects/portable'
import type { AnyTables, Sql } from '@/sql/plan'
import type { ChainRequest, Stage } from '@/sql/verbs'

/** A chain of ASOF joins: DuckDB sorts anew for every nested window, but reads each stage's rows once here. */
export function chain(creator: QueryCreator<AnyTables>, { source, partition, position, stages }: ChainRequest): QueryCreator<AnyTables> {
  const added = stages.flatMap(stage => Object.keys(stage.adds))
  let relations = creator
  stages.forEach((stage, index) => {
    const before = stages.slice(0, index).flatMap(earlier => Object.keys(earlier.adds))
    relations = relations.with(`stage${index + 1}`, () =>
      index === 0 ? firstStage(source, partition, position, stage) : laterStage(source, partition, position, stage, index, before),
    )
  })
  const ends = stages.map((_, index) => {
    const has = new Set(stages.slice(0, index + 1).flatMap(stage => Object.keys(stage.adds)))
    const chained = added.map(name => (has.has(name) ? sql.id(name) : sql`null as ${sql.id(name)}`))
    return sql`select ${columns([...partition, position])}, ${sql.lit(index + 1)} as reached, ${sql.join(chained)} from ${sql.id(`stage${index + 1}`)}`
  })
  return relations.with('chains', () => sql<AnyTables>`(${sql.join(ends, sql` union all `)})`)
}

const adds = (stage: Stage, alias: string) =>
  Object.entries(stage.adds).map(([name, column]) => sql`${sql.id(alias, column)} as ${sql.id(name)}`)

function firstStage(source: string, partition: readonly string[], position: string, stage: Stage) {
  const selected = [...[...partition, position].map(name => sql.id('x', name)), ...adds(stage, 'x')]
  return sql<AnyTables>`(select ${sql.join(selected)} from ${sql.id(source)} as x where ${stage.where})`
}

function laterStage(
  source: string,
  partition: readonly string[],
  position: string,
  stage: Stage,
  index: number,
  before: readonly string[],
) {
  const selected = [
    ...[...partition, position].map(name => sql.id('x', name)),
    ...before.map(name => sql.id('p', name)),
    ...adds(stage, 'x'),
  ]
  const equal = partition.map(name => sql`${sql.id('x', name)} = ${sql.id('p', name)}`)
  const row = (column: string): Sql => sql.id('x', column)
  const chained = (column: string): Sql => sql.id('p', column)
  const allowed = stage.allows === undefined ? sql`` : sql` where ${stage.allows(row, chained)}`
  return sql<AnyTables>`(select ${sql.join(selected)} from (select * from ${sql.id(source)} where ${stage.where}) as x
    asof join ${sql.id(`stage${index}`)} as p on ${sql.join(equal, sql` and `)} and ${sql.id('x', position)} > ${sql.id('p', position)}${allowed})`
}
