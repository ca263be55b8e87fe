import { type QueryCreator, sql } from 'kysely'
import { columns } from '@/sql/dialects/portable'
import type { AnyTables, Sql } from '@/sql/plan'
import type { ChainRequest } from '@/sql/verbs'

/** Nested windows over one partition and order: one scan, one exchange and one sort, whatever the number of stages. */
export function chain(creator: QueryCreator<AnyTables>, { source, partition, position, stages }: ChainRequest): QueryCreator<AnyTables> {
  const typeOf = new Map(stages.flatMap(stage => Object.entries(stage.adds)))
  let relations = creator
  stages.forEach((stage, index) => {
    const number = index + 1
    const before = stages.slice(0, index).flatMap(earlier => Object.keys(earlier.adds))
    const link = `link${number}`
    const chained = (column: string): Sql => sql`${sql.id(link)}.${sql.id(column)}`
    const fields = [
      ...before.map(name => sql`${chained(name)} as ${sql.id(name)}`),
      ...Object.entries(stage.adds).map(([name, column]) => sql`${sql.id(column)} as ${sql.id(name)}`),
    ]
    if (index === 0) {
      relations = relations.with(
        `stage1`,
        () => sql<AnyTables>`(select *, case when ${stage.where} then struct(${sql.join(fields)}) end as chain1 from ${sql.id(source)})`,
      )
      return
    }
    const last = sql`last(${sql.id(`chain${index}`)}, true) over (partition by ${columns(partition)} order by ${sql.id(position)} rows between unbounded preceding and 1 preceding)`
    const allowed = stage.allows === undefined ? sql`` : sql` and ${stage.allows(column => sql.id(column), chained)}`
    relations = relations
      .with(
        `linked${number}`,
        () => sql<AnyTables>`(select *, case when ${stage.where} then ${last} end as ${sql.id(link)} from ${sql.id(`stage${index}`)})`,
      )
      .with(
        `stage${number}`,
        () =>
          sql<AnyTables>`(select *, case when ${sql.id(link)} is not null${allowed} then struct(${sql.join(fields)}) end as ${sql.id(`chain${number}`)} from ${sql.id(`linked${number}`)})`,
      )
  })
  const ends = stages.map((_, index) => {
    const has = new Set(stages.slice(0, index + 1).flatMap(stage => Object.keys(stage.adds)))
    const fields = [...typeOf].map(([name, column]) =>
      has.has(name)
        ? sql`${sql.id(`chain${index + 1}`)}.${sql.id(name)} as ${sql.id(name)}`
        : sql`case when false then ${sql.id(column)} end as ${sql.id(name)}`,
    )
    return sql`case when ${sql.id(`chain${index + 1}`)} is not null then struct(${sql.lit(index + 1)} as reached, ${sql.join(fields)}) end`
  })
  const kept = columns([...partition, position])
  return relations.with(
    'chains',
    () =>
      sql<AnyTables>`(select ${kept}, ended.* from (select ${kept}, explode(array(${sql.join(ends)})) as ended from ${sql.id(`stage${stages.length}`)}) where ended is not null)`,
  )
}
