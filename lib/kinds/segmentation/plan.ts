import { leftJoinKept, rankOrOther, withKeptGroups } from '@/lib/parts/kept-groups'
import type { Plan, Planner, Query, Relations, Sql } from '@/sql'
import { withActivity } from './activity'
import { groupingOf } from './grouping'
import { daysBefore, type Matched, withMatched } from './matched'
import { familyOf, fromEvents, fromPartials } from './measures'
import { type Columns, merged, type PartRows, refs } from './part'
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
  if (families.has('whole')) parts.push(wholePart(request))
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

/** Numbers that no partial results add up to, by bucket and over the whole range. */
function wholePart({ question, matched, grouping, planner }: PartialRequest): PartRows {
  const { db, eb } = planner
  const all = db.selectFrom('matched')
  const key = (name: string): Sql => (name === 'rank' ? rankOrOther(question.breakdownLimit, planner) : eb.ref(`matched.${name}`))
  const columns = (names: readonly string[]): Columns => merged(names.map(name => ({ [name]: key(name) })))
  const numbers = ofFamily(question, 'whole').map(one => ({ [one.name]: fromEvents(one, matched, 0, planner) }))
  const [bucket] = grouping.bucket.map(key)
  return {
    part: bucket === undefined ? 'total' : 'bucket',
    query: grouping.isBroken ? leftJoinKept(all, 'matched', matched.groups, planner) : all,
    columns: merged([columns([...grouping.keys, ...grouping.bucket]), ...numbers]),
    by: grouping.keys.map(key),
    ...(bucket !== undefined && { bucket }),
  }
}

function unionOf(
  relations: Relations,
  parts: readonly PartRows[],
  question: SegmentationQuestion,
  matched: Matched,
  planner: Planner,
): Plan {
  const { eb, verbs } = planner
  const empty: Readonly<Record<string, Sql>> = merged([
    { period: verbs.noInt(), rank: verbs.noInt(), bucket: verbs.noInt() },
    ...matched.groups.map(group => ({ [group]: verbs.noText() })),
    ...question.series.map(one => ({ [one.name]: verbs.noDouble() })),
  ])
  const [first, ...rest] = parts.map(({ part, query, columns, by, bucket }) => {
    const selected = Object.entries(empty).map(([name, nothing]) => (columns[name] ?? nothing).as(name))
    const word = verbs.word(part)
    if (bucket !== undefined) {
      const name = eb.case().when(bucket, 'is', null).then(verbs.word('total')).else(word).end()
      return query.select([name.as('part'), ...selected]).groupBy(verbs.groupingSets([...by, bucket], by))
    }
    const rows = query.select([word.as('part'), ...selected])
    return by.length > 0 ? rows.groupBy(by) : rows
  }) as [Query, ...Query[]]
  const union = rest.reduce((all, next) => all.unionAll(next), first)
  return relations.selectFrom(union.as('parts')).selectAll()
}
