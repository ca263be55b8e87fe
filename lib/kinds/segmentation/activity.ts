import { leftJoinKept, rankOrOther } from '@/lib/parts/kept-groups'
import type { Planner, Query, Relations, Sql } from '@/sql'
import { daysBefore, type Matched } from './matched'
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
  const isBroken = matched.groups.length > 0
  const flag = matched.flag(series)
  const source: Query = db.selectFrom('matched')
  const keyOf = (key: string): Sql => (key === 'rank' ? rankOrOther(question.breakdownLimit, planner) : eb.ref(`matched.${key}`))
  let activeDays: Query = (isBroken ? leftJoinKept(source, 'matched', matched.groups, planner) : source)
    .select(keys.map(key => keyOf(key).as(key)))
    .select(['entity', 'day'])
    .distinct()
  if (flag !== null) activeDays = activeDays.where(flag)
  const next = eb.fn.agg<number>('lead', ['day']).over(over => over.partitionBy([...keys, 'entity']).orderBy('day'))
  const until = verbs.add(eb.ref('day'), verbs.int(days))
  const stays = db
    .selectFrom(name('days'))
    .select([...keys, eb.ref('day').as('enters'), verbs.least(until, eb.fn.coalesce(next, until)).as('leaves')])
  const day = eb
    .case()
    .when(eb('change', '=', verbs.int(1)))
    .then(verbs.greatest(eb.ref('enters'), firstDay))
    .else(eb.ref('leaves'))
    .end()
  const changes = db
    .selectFrom(name('stays'))
    .crossJoin(verbs.rows('changes', ['change'], [[1], [-1]]))
    .select([...keys, day.as('day'), 'change'])
    .where(eb('leaves', '>', firstDay))
  const daily = db
    .selectFrom(name('changes'))
    .select([...keys, 'day', eb.fn.sum('change').as('change')])
    .groupBy([...keys, 'day'])
  const running = eb.fn.sum('change').over(over => (keys.length > 0 ? over.partitionBy(keys as string[]) : over).orderBy('day'))
  return {
    relations: relations
      .with(name('days'), () => activeDays)
      .with(name('stays'), () => stays)
      .with(name('changes'), () => changes)
      .with(name('daily'), () => daily),
    rows: db.selectFrom(name('daily')),
    columns: {
      ...Object.fromEntries(keys.map(key => [key, eb.ref(key)])),
      bucket: verbs.subtract(eb.ref('day'), firstDay),
      [series.name]: running,
    },
  }
}
