import { bucketSql } from '@/lib/parts/bucket-sql'
import { groupColumns, leftJoinKept, rankOrOther, withKeptGroups } from '@/lib/parts/kept-groups'
import type { Plan, Planner, Query, Relations, Sql } from '@/sql'
import type { Candidates } from './candidate-scan'
import { withCandidates } from './candidates'
import { excludedAtInstant, excludedBefore, excludedThrough } from './exclusion-columns'
import type { FunnelQuestion } from './resolve'

/** What a row of the statement's result tells of. */
export type Part = 'overall' | 'group' | 'trend'

/**
 * One statement with rows of several parts, told apart by the column `part`: all entities, each kept group by rank, and where asked for,
 * entities by the bucket of their entry. For each entity the chain that is reported reaches farthest; among those it ends first; and
 * since every event was linked to the last one possible before it, it starts last.
 */
export function plan(question: FunnelQuestion, planner: Planner): Plan {
  const { db } = planner
  const candidates = withCandidates(question, planner)
  const groups = groupColumns(question.breakdown.length)
  let relations = withReportedChains(candidates, question, groups, planner).with(
    relation => relation('entities').materialized(),
    () => withSeconds(db.selectFrom('reported'), question, groups, planner),
  )
  const isBroken = groups.length > 0
  if (isBroken) {
    const totals = db
      .selectFrom('entities')
      .select([...groups, planner.eb.fn.countAll().as('total')])
      .groupBy([...groups])
    relations = withKeptGroups(relations, totals, groups, question.breakdownLimit, planner)
  }
  const parts = [part('overall', question, groups, db.selectFrom('entities'), planner)]
  const ranked = (): Query => leftJoinKept(db.selectFrom('entities'), 'entities', groups, planner)
  if (isBroken) parts.push(part('group', question, groups, ranked(), planner))
  if (question.trend !== null) parts.push(part('trend', question, groups, isBroken ? ranked() : db.selectFrom('entities'), planner))
  const [first, ...rest] = parts as [Query, ...Query[]]
  return relations.selectFrom(rest.reduce((all, next) => all.unionAll(next), first).as('parts')).selectAll()
}

const atColumn = (step: number): string => `at${step}`
export const countColumn = (step: number): string => `count${step}`
/** Of the seconds up to a step, or of the whole way (step 0). */
export const statisticColumn = (statistic: 'median' | 'avg' | 'p90', step: number): string => `${statistic}_seconds${step}`
const secondsColumn = (step: number): string => `seconds${step}`

function withReportedChains(candidates: Candidates, question: FunnelQuestion, groups: readonly string[], planner: Planner): Relations {
  const { relations, position, matches } = candidates
  const { eb, verbs } = planner
  const stages = question.steps.map((_, index) => {
    const step = index + 1
    const inRange = eb(eb.ref('at'), '<', verbs.int(question.span.to))
    const settles = question.exclusions.flatMap(({ from, to }, number) => (from < step && step <= to ? [number] : []))
    const watches = question.exclusions.flatMap(({ from, to }, number) => (from <= step && step < to ? [number] : []))
    return {
      where: step === 1 ? eb.and([matches(step), inRange]) : matches(step),
      adds: {
        [atColumn(step)]: 'at',
        ...(step === question.breakdownAt ? Object.fromEntries(groups.map(group => [group, group])) : {}),
        ...Object.fromEntries(
          question.exclusions.flatMap(({ from }, number) => (from === step ? [[excludedThrough(number), excludedThrough(number)]] : [])),
        ),
      },
      allows: (row: (column: string) => Sql, chain: (column: string) => Sql) =>
        eb.and([
          eb(row('at'), '<=', verbs.add(chain(atColumn(1)), verbs.int(question.window))),
          ...settles.map(number => eb(row(excludedBefore(number)), '<=', chain(excludedThrough(number)))),
        ]),
      ...(watches.length > 0 && {
        outlives: (row: (column: string) => Sql, chain: (column: string) => Sql) =>
          eb.and(watches.map(number => eb(row(excludedAtInstant(number)), '<=', chain(excludedThrough(number))))),
      }),
    }
  })
  const held = question.hold.map((_, index) => `held${index + 1}`)
  return verbs.chain(relations, { source: 'candidates', entity: 'entity', equal: held, order: position, instant: 'at', stages })
}

function part(name: Part, question: FunnelQuestion, groups: readonly string[], source: Query, planner: Planner): Query {
  const { eb, verbs } = planner
  const isBroken = groups.length > 0
  const rank = isBroken && name !== 'overall' ? rankOrOther(question.breakdownLimit, planner) : null
  const bucket = name === 'trend' && question.trend !== null ? bucketSql(eb.ref(atColumn(1)), question.trend.rule, planner) : null
  const by = [rank, bucket].filter(key => key !== null)
  const rows = source.select([
    verbs.word(name).as('part'),
    (rank ?? verbs.noInt()).as('rank'),
    (bucket ?? verbs.noInt()).as('bucket'),
    // Every row of a rank has the same kept group, or none.
    ...groups.map(group => (rank === null ? verbs.noText() : eb.fn.agg('min', [`kept.${group}`])).as(group)),
    ...question.steps.map((_, index) => verbs.countIf(reached(index + 1, planner)).as(countColumn(index + 1))),
    ...(name === 'trend' ? noStatistics(question, planner) : statistics(question, planner)),
  ])
  return by.length > 0 ? rows.groupBy(by) : rows
}

const reached = (step: number, { eb, verbs }: Planner) => eb(eb.ref('reached'), '>=', verbs.int(step))

/** The way to each step from the one before, and under 0 the whole way. */
const waysOf = ({ steps }: FunnelQuestion): readonly { readonly way: number; readonly from: number; readonly to: number }[] =>
  steps.map((_, index) => (index === 0 ? { way: 0, from: 1, to: steps.length } : { way: index + 1, from: index, to: index + 1 }))

function withSeconds(reported: Query, question: FunnelQuestion, groups: readonly string[], { eb, verbs }: Planner): Query {
  const seconds = (from: number, to: number): Sql =>
    verbs.ratio(verbs.subtract(eb.ref(atColumn(to)), eb.ref(atColumn(from))), verbs.int(1_000_000))
  const columns = waysOf(question).map(({ way, from, to }) => seconds(from, to).as(secondsColumn(way)))
  return reported.select(['entity', 'reached', atColumn(1), ...groups, ...columns])
}

function statistics(question: FunnelQuestion, planner: Planner) {
  const { eb, verbs } = planner
  return waysOf(question).flatMap(({ way, to }) => {
    const seconds = eb.ref(secondsColumn(way))
    const both = reached(to, planner)
    return [
      verbs.percentileIf(seconds, 0.5, both).as(statisticColumn('median', way)),
      eb.fn.avg(seconds).filterWhere(both).as(statisticColumn('avg', way)),
      verbs.percentileIf(seconds, 0.9, both).as(statisticColumn('p90', way)),
    ]
  })
}

const noStatistics = (question: FunnelQuestion, { verbs }: Planner) =>
  waysOf(question).flatMap(({ way }) =>
    (['median', 'avg', 'p90'] as const).map(statistic => verbs.noDouble().as(statisticColumn(statistic, way))),
  )
