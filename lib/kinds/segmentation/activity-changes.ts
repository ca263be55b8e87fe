import type { Planner, Relations, Sql } from '@/sql'
import { refs, selectAll } from './part'

interface ChangesRequest {
  /** The full name of a relation of this series. `days` is there, with who was active on which day. */
  readonly name: (relation: string) => string
  /** The columns that tell lines apart. */
  readonly keys: readonly string[]
  /** How long a day of activity lasts. */
  readonly days: number
  readonly planner: Planner
}

/** Adds `changes`: of each entity's day, when it enters and when it leaves unless the entity's next day comes before. */
export function changesOfRows(relations: Relations, { name, keys, days, planner }: ChangesRequest): Relations {
  const { db, eb, verbs } = planner
  const next = eb.fn.agg<number>('lead', ['day']).over(over => over.partitionBy([...keys, 'entity']).orderBy('day'))
  const until = verbs.add(eb.ref('day'), verbs.int(days))
  const stays = db
    .selectFrom(name('days'))
    .select([...keys, eb.ref('day').as('enters'), verbs.least(until, eb.fn.coalesce(next, until)).as('leaves')])
  const isEntry = eb('change', '=', verbs.int(1))
  const day = eb.case().when(isEntry).then(eb.ref('enters')).else(eb.ref('leaves')).end()
  const changes = db
    .selectFrom(name('stays'))
    .crossJoin(verbs.rows('changes', ['change'], [[1], [-1]]))
    .select([...keys, day.as('day'), 'change'])
  return relations.with(name('stays'), () => stays).with(name('changes'), () => changes)
}

/**
 * Adds `changes`, day by day: of a day's set, those enter who are in none of the sets of the N-1 days before, and those leave N days later
 * who are in none of the N-1 days after. Who is in one of them stays in, and changes nothing.
 */
export function changesOfSets(relations: Relations, { name, keys, days, planner }: ChangesRequest): Relations {
  const { db, eb, verbs } = planner
  const bits = eb.ref('bits')
  const within = (from: number, to: number): Sql =>
    days === 1 ? bits : verbs.bitsWithout(bits, verbs.bitOrWithin(bits, [...keys, 'block'], 'day', from, to))
  const turns = db.selectFrom(name('days')).select([...keys, 'day', within(1 - days, -1).as('entering'), within(1, days - 1).as('leaving')])
  const total = (set: string): Sql => eb.fn.agg('sum', [verbs.bitCount(eb.ref(set))])
  const perDay = (day: Sql, change: Sql) =>
    db
      .selectFrom(name('turns'))
      .select([...selectAll(refs(keys, planner)), day.as('day'), change.as('change')])
      .groupBy([...keys, 'day'])
  const entries = perDay(eb.ref('day'), total('entering'))
  const exits = perDay(verbs.add(eb.ref('day'), verbs.int(days)), verbs.subtract(verbs.int(0), total('leaving')))
  return relations.with(name('turns'), () => turns).with(name('changes'), () => entries.unionAll(exits))
}
