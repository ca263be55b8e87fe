import { leftJoinKept, rankOrOther, withKeptGroups } from '@/lib/parts/kept-groups'
import type { Plan, Planner, Query, Relations, Sql } from '@/sql'
import { withActivity } from './activity'
import { type Grouping, groupingOf } from './grouping'
import { daysBefore, type Matched, withMatched } from './matched'
import { familyOf, fromEvents, fromPartials } from './measures'
import { merged, type Part, type PartRows, refs } from './part'
import { type PartialRequest, partialTotal, withOthers, withPartialParts, withPartials } from './partial'
import type { ResolvedSeries, SegmentationQuestion } from './resolve'

/**
 * One statement with rows of several parts, told apart by the column `part`: the kept groups by rank; each measure by period, rank and
 * bucket, and over the whole period; and where asked for, entities by the bucket of their first event, and changes in active entities.
 */
export function plan(question: SegmentationQuestion, planner: Planner): Plan {
  const { db } = planner
  const matched = withMatched(question, planner)
  const grouping = groupingOf(question, matched)
  const request: PartialRequest = { question, matched, grouping, planner }
  const families = new Set(question.series.map(familyOf))
  let relations: Relations = matched.relations
  const parts: PartRows[] = []
  if (families.has('partial')) relations = withPartials(relations, request)
  if (grouping.isBroken) {
    relations = withRanks(relations, request)
    parts.push({ part: 'group', query: db.selectFrom('kept'), columns: refs(['rank', ...matched.groups], planner), by: [] })
  }
  if (families.has('partial')) {
    if (grouping.isBroken) relations = withOthers(relations, request)
    const numbers = withPartialParts(relations, request)
    relations = numbers.relations
    parts.push(...numbers.parts)
  }
  if (families.has('whole')) parts.push(...wholeParts(question, matched, grouping, planner))
  for (const series of question.series) {
    if (series.measure.measure !== 'active') continue
    const activity = withActivity(relations, question, series, series.measure.days, matched, grouping.keys, planner)
    relations = activity.relations
    parts.push({ part: 'active', query: activity.rows, columns: activity.columns, by: [] })
  }
  return unionOf(relations, parts, question, matched, planner)
}

const ofFamily = (question: SegmentationQuestion, family: ReturnType<typeof familyOf>): readonly ResolvedSeries[] =>
  question.series.filter(series => familyOf(series) === family)

function withRanks(relations: Relations, request: PartialRequest): Relations {
  const { question, matched, planner } = request
  const { db, eb, verbs } = planner
  const [first] = question.series as readonly [ResolvedSeries, ...ResolvedSeries[]]
  const isAllPartial = question.series.every(series => familyOf(series) === 'partial')
  const total = isAllPartial
    ? fromPartials(first, matched.entities, planner)
    : fromEvents(first, matched, daysBefore(question) + lastDayOf(question), planner)
  let totals: Query = db
    .selectFrom(isAllPartial ? partialTotal(request) : 'matched')
    .select([...matched.groups, total.as('total')])
    .groupBy([...matched.groups])
  if (question.periods.length > 1) totals = totals.where(eb('period', '=', verbs.int(0)))
  return withKeptGroups(relations, totals, matched.groups, question.breakdownLimit, planner)
}

/** The number of the range's last day, its first being 0. */
export function lastDayOf({ span }: Pick<SegmentationQuestion, 'span'>): number {
  return span.lastDay.since(span.firstDay).days
}

function wholeParts(question: SegmentationQuestion, matched: Matched, grouping: Grouping, planner: Planner): readonly PartRows[] {
  const { db, eb } = planner
  const series = ofFamily(question, 'whole')
  const rows = (part: Part, by: readonly string[]): PartRows => {
    const all = db.selectFrom('matched')
    const key = (name: string): Sql => (name === 'rank' ? rankOrOther(question.breakdownLimit, planner) : eb.ref(`matched.${name}`))
    return {
      part,
      query: grouping.isBroken ? leftJoinKept(all, 'matched', matched.groups, planner) : all,
      columns: merged([
        ...by.map(name => ({ [name]: key(name) })),
        ...series.map(one => ({ [one.name]: fromEvents(one, matched, 0, planner) })),
      ]),
      by: by.map(key),
    }
  }
  const total = rows('total', grouping.keys)
  return grouping.bucket.length === 0 ? [total] : [rows('bucket', [...grouping.keys, ...grouping.bucket]), total]
}

function unionOf(
  relations: Relations,
  parts: readonly PartRows[],
  question: SegmentationQuestion,
  matched: Matched,
  planner: Planner,
): Plan {
  const { verbs } = planner
  const empty: Readonly<Record<string, Sql>> = merged([
    { period: verbs.noInt(), rank: verbs.noInt(), bucket: verbs.noInt() },
    ...matched.groups.map(group => ({ [group]: verbs.noText() })),
    ...question.series.map(one => ({ [one.name]: verbs.noDouble() })),
  ])
  const [first, ...rest] = parts.map(({ part, query, columns, by }) => {
    const selected = Object.entries(empty).map(([name, nothing]) => (columns[name] ?? nothing).as(name))
    const rows = query.select([verbs.word(part).as('part'), ...selected])
    return by.length > 0 ? rows.groupBy(by) : rows
  }) as [Query, ...Query[]]
  const union = rest.reduce((all, next) => all.unionAll(next), first)
  return relations.selectFrom(union.as('parts')).selectAll()
}
