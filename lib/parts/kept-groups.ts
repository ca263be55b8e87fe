import type { Bool, Planner, Query, Relations, Sql } from '@/sql'

/** The columns in which a breakdown's values travel through a statement. */
export const groupColumns = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `group${index + 1}`)

/**
 * Adds the relation `kept`: the groups with the largest totals, with their rank from 1. Ties go by the order of texts.
 * @param totals one row for each group: its columns, and `total`
 */
export function withKeptGroups(relations: Relations, totals: Query, groups: readonly string[], limit: number, planner: Planner): Relations {
  const { db, eb, verbs } = planner
  const rank = eb.fn.agg('row_number').over(over =>
    groups.reduce(
      (ordered, group) => ordered.orderBy(group, order => order.asc().nullsFirst()),
      over.orderBy('total', order => order.desc().nullsLast()),
    ),
  )
  return relations
    .with('totals', () => totals)
    .with('ranked', () => db.selectFrom('totals').select([...groups, rank.as('rank')]))
    .with('kept', () => db.selectFrom('ranked').selectAll().where('rank', '<=', verbs.int(limit)))
}

/** The rank of a row's group after `leftJoinKept`: that of the kept group, or one more than the limit for all others. */
export const rankOrOther = (limit: number, { eb, verbs }: Planner): Sql => eb.fn.coalesce(eb.ref('kept.rank'), verbs.int(limit + 1))

/** Joins the rows of `relation` with the kept groups they belong to, if any. */
export const leftJoinKept = (query: Query, relation: string, groups: readonly string[], planner: Planner): Query =>
  query.leftJoin('kept', join => join.on(isSameGroup(relation, 'kept', groups, planner)))

/** The rows of `relation` that belong to a kept group. */
export const joinKept = (query: Query, relation: string, groups: readonly string[], planner: Planner): Query =>
  query.innerJoin('kept', join => join.on(isSameGroup(relation, 'kept', groups, planner)))

/** The rows of `relation` whose group has a total, but too small a one. Where there is no such group, no row is looked at. */
export const joinSmaller = (query: Query, relation: string, groups: readonly string[], limit: number, planner: Planner): Query =>
  query
    .innerJoin('ranked', join => join.on(isSameGroup(relation, 'ranked', groups, planner)))
    .where('ranked.rank', '>', planner.verbs.int(limit))

const isSameGroup = (one: string, other: string, groups: readonly string[], { eb, verbs }: Planner): Bool =>
  eb.and(groups.map(group => verbs.isSame(eb.ref(`${one}.${group}`), eb.ref(`${other}.${group}`))))
