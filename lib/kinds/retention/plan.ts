import { groupColumns, leftJoinKept, rankOrOther, withKeptGroups } from '@/lib/parts/kept-groups'
import type { Plan, Planner, Query, Relations } from '@/sql'
import { withMembers } from './members'
import type { RetentionQuestion } from './resolve'
import { withReturns } from './returns'

/** What a row of the statement's result tells of. */
export type Part = 'group' | 'size' | 'returned'

/**
 * One statement with rows of several parts, told apart by the column `part`: the kept groups by rank; for each cohort and rank its size and
 * latest start; and how many of it returned in each period (with “on or after”: how many returned last in each period).
 */
export function plan(question: RetentionQuestion, planner: Planner): Plan {
  const { db, eb, verbs } = planner
  const groups = groupColumns(question.breakdown.length)
  const isBroken = groups.length > 0
  let relations: Relations = withMembers(question, groups, planner)
  if (isBroken) {
    const totals = db
      .selectFrom('members')
      .select([...groups, eb.fn.countAll().as('total')])
      .groupBy([...groups])
    relations = withKeptGroups(relations, totals, groups, question.breakdownLimit, planner)
    const ranked = leftJoinKept(db.selectFrom('members'), 'members', groups, planner).select([
      'entity',
      'cohort',
      'started',
      rankOrOther(question.breakdownLimit, planner).as('rank'),
    ])
    relations = relations.with(
      relation => relation('ranked_members').materialized(),
      () => ranked,
    )
  }
  const members = isBroken ? 'ranked_members' : 'members'
  const keys = isBroken ? ['cohort', 'rank'] : ['cohort']
  const returns = withReturns(relations, question, members, keys, planner)
  const noRank = isBroken ? [] : [verbs.noInt().as('rank')]
  const noGroups = groups.map(group => verbs.noText().as(group))
  const sizes: Query = db
    .selectFrom(members)
    .select([verbs.word('size' satisfies Part).as('part'), ...keys, ...noRank, verbs.noInt().as('period'), eb.fn.countAll().as('entities')])
    .select([eb.fn.max('started').as('last_start'), ...noGroups])
    .groupBy(keys)
  const returned: Query = db
    .selectFrom('returned')
    .select([verbs.word('returned' satisfies Part).as('part'), ...keys, ...noRank, 'period', 'entities'])
    .select([verbs.noInt().as('last_start'), ...noGroups])
  const kept: Query = db
    .selectFrom('kept')
    .select([verbs.word('group' satisfies Part).as('part'), verbs.noInt().as('cohort'), 'rank', verbs.noInt().as('period')])
    .select([verbs.noInt().as('entities'), verbs.noInt().as('last_start'), ...groups])
  const parts: Query = isBroken ? sizes.unionAll(returned).unionAll(kept) : sizes.unionAll(returned)
  return returns.selectFrom(parts.as('parts')).selectAll()
}
