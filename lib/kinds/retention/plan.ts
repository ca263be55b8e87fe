import { groupColumns, leftJoinKept, rankOrOther, withKeptGroups } from '@/lib/parts/kept-groups'
import type { Bool, Plan, Planner, Query, Relations } from '@/sql'
import { withEvents } from './events'
import { startersOf, withMembers } from './members'
import { holdsPeriod, periodColumns, returnedColumn } from './periods'
import type { RetentionQuestion } from './resolve'
import { withLastReturns, withPeriods } from './returns'
import { countsUnits, startersOfUnits, withCells, withUnits } from './units'

/**
 * One statement with a row for each cohort (and with a breakdown, each group, by its rank): its size, in each period how many of it
 * returned, and on the elapsed clock its latest start. Where nobody joined, there is no row.
 */
export function plan(question: RetentionQuestion, planner: Planner): Plan {
  const groups = groupColumns(question.breakdown.length)
  return groups.length === 0 ? planWhole(question, planner) : planGroups(question, groups, planner)
}

function planWhole(question: RetentionQuestion, planner: Planner): Plan {
  const keys = ['cohort']
  const events = withEvents(question, [], planner)
  if (countsUnits(question)) {
    const cells = withCells(withUnits(events, question, false, planner), question, planner)
    return counted(cells.selectFrom('cells'), question, keys, planner)
  }
  const members = withMembers(events, startersOf(question, planner), [], planner)
  return counted(withReturned(members, question, 'members', keys, planner).selectFrom('returned'), question, keys, planner)
}

function planGroups(question: RetentionQuestion, groups: readonly string[], planner: Planner): Plan {
  const { db, eb } = planner
  const { breakdownLimit } = question
  const keys = ['cohort', 'rank']
  const byUnit = countsUnits(question)
  const events = withEvents(question, groups, planner)
  const starting = byUnit ? withUnits(events, question, true, planner) : events
  const members = withMembers(starting, byUnit ? startersOfUnits(planner) : startersOf(question, planner), groups, planner)
  const totals = db
    .selectFrom('members')
    .select([...groups, eb.fn.countAll().as('total')])
    .groupBy([...groups])
  const kept = withKeptGroups(members, totals, groups, breakdownLimit, planner)
  const ranked = leftJoinKept(db.selectFrom('members'), 'members', groups, planner).select([
    'entity',
    'cohort',
    'started',
    rankOrOther(breakdownLimit, planner).as('rank'),
  ])
  const relations = withReturned(
    kept.with(
      relation => relation('ranked_members').materialized(),
      () => ranked,
    ),
    question,
    'ranked_members',
    keys,
    planner,
  ).with('counted', () => counted(db.selectFrom('returned'), question, keys, planner))
  return relations
    .selectFrom('counted')
    .leftJoin('kept', 'kept.rank', 'counted.rank')
    .selectAll('counted')
    .select(groups.map(group => `kept.${group}`))
}

/** Adds `returned`: the members, each with what tells in which periods it returned. */
function withReturned(
  relations: Relations,
  question: RetentionQuestion,
  members: string,
  keys: readonly string[],
  planner: Planner,
): Relations {
  if (question.returnOn === 'onOrAfter') return withLastReturns(relations, question, members, keys, planner)
  if (!countsUnits(question)) return withPeriods(relations, question, members, keys, planner)
  const returned = planner.db
    .selectFrom(members)
    .innerJoin('cells', join => join.onRef('cells.entity', '=', `${members}.entity`).onRef('cells.cohort', '=', `${members}.cohort`))
    .select([...keys.map(name => `${members}.${name}`), ...periodColumns(question.periods).map(({ name }) => name)])
  return withCells(relations, question, planner).with('returned', () => returned)
}

function counted(members: Query, question: RetentionQuestion, keys: readonly string[], planner: Planner): Query {
  const { eb } = planner
  const counts = Array.from({ length: question.periods + 1 }, (_, period) =>
    eb.fn.agg<number>('count_if', [hasReturned(period, question, planner)]).as(returnedColumn(period)),
  )
  const lastStart = question.clock === 'elapsed' ? [eb.fn.max('started').as('last_start')] : []
  return members.select([...keys, eb.fn.countAll().as('entities'), ...lastStart, ...counts]).groupBy(keys)
}

/** Whether a member has returned in the period; with “on or after”, whether it last returned in it or later. */
function hasReturned(period: number, { returnOn }: RetentionQuestion, planner: Planner): Bool {
  const { eb, verbs } = planner
  return returnOn === 'on' ? holdsPeriod(period, planner) : eb(eb.ref('last_period'), '>=', verbs.int(period))
}
