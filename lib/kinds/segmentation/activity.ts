import { leftJoinKept, rankOrOther } from '@/lib/parts/kept-groups'
import type { Planner, Query, Relations, Sql } from '@/sql'
import { changesOfRows, changesOfSets } from './activity-changes'
import { daysBefore, type Matched } from './matched'
import { merged, refs, selectAll } from './part'
import type { ResolvedSeries, SegmentationQuestion } from './resolve'

/**
 * Entities active in the last N days, at each day on which their number changes. A day of activity keeps an entity active for N days, or
 * until its next day of activity takes over: it enters with +1 and leaves with -1, and a running sum counts who is in. No day is
 * multiplied by N, and no ranges are joined.
 */
export function withActivity(
  relations: Relations,
  question: SegmentationQuestion,
  series: ResolvedSeries,
  days: number,
  matched: Matched,
  keys: readonly string[],
  planner: Planner,
): { readonly relations: Relations; readonly rows: Query; readonly columns: Readonly<Record<string, Sql>> } {
  const { db, eb, verbs } = planner
  const name = (relation: string): string => `${relation}_${series.name}`
  const firstDay = verbs.int(daysBefore(question))
  const active = relations.with(name('days'), () => activeDays(question, series, matched, keys, planner))
  const changes = (matched.entities.bits === null ? changesOfRows : changesOfSets)(active, { name, keys, days, planner })
  // Who entered and who left before the first day are in its own change.
  const day = verbs.greatest(eb.ref('day'), firstDay)
  const daily = db
    .selectFrom(name('changes'))
    .select([...selectAll(refs(keys, planner)), day.as('day'), eb.fn.sum('change').as('change')])
    .groupBy([...keys.map(key => eb.ref(key)), day])
  const running = eb.fn.sum('change').over(over => (keys.length > 0 ? over.partitionBy(keys as string[]) : over).orderBy('day'))
  return {
    relations: changes.with(name('daily'), () => daily),
    rows: db.selectFrom(name('daily')),
    columns: { ...refs(keys, planner), bucket: verbs.subtract(eb.ref('day'), firstDay), [series.name]: running },
  }
}

/** Who was active on which day: a row for each entity, or a set of them for each block. */
function activeDays(
  question: SegmentationQuestion,
  series: ResolvedSeries,
  matched: Matched,
  keys: readonly string[],
  planner: Planner,
): Query {
  const { db, eb } = planner
  const { entities } = matched
  const source: Query = db.selectFrom('matched')
  const keyOf = (key: string): Sql => (key === 'rank' ? rankOrOther(question.breakdownLimit, planner) : eb.ref(`matched.${key}`))
  const columns = {
    ...merged(keys.map(key => ({ [key]: keyOf(key) }))),
    [entities.key]: entities.keyOf(eb.ref('entity')),
    day: eb.ref('day'),
  }
  const ranked = matched.groups.length > 0 ? leftJoinKept(source, 'matched', matched.groups, planner) : source
  const flag = matched.flag(series)
  const rows = (flag === null ? ranked : ranked.where(flag)).select(selectAll(columns)).groupBy(Object.values(columns))
  return entities.bits === null ? rows : rows.select(eb.fn.agg('bit_or', [entities.bits(eb.ref('entity'))]).as('bits'))
}
