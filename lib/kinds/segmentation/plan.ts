import { leftJoinKept, rankOrOther, withKeptGroups } from '@/lib/parts/kept-groups'
import type { Plan, Planner, Query, Relations, Sql } from '@/sql'
import { withActivity } from './activity'
import { daysBefore, type Matched, withMatched } from './matched'
import { countsEntities, familyOf, fromEvents, fromPartials, mergedPartials, partials } from './measures'
import type { ResolvedSeries, SegmentationQuestion } from './resolve'

/** What a row of the statement's result tells of. */
export type Part = 'group' | 'bucket' | 'total' | 'first' | 'active'

/** A part of the result, without the columns that it leaves empty. */
interface PartRows {
  readonly part: Part
  readonly query: Query
  readonly columns: Readonly<Record<string, Sql>>
  /** What its rows are aggregated by; nothing where they are not. */
  readonly by: readonly Sql[]
}

/**
 * One statement with rows of several parts, told apart by the column `part`: the kept groups by rank; each measure by period, rank and
 * bucket, and over the whole period; and where asked for, entities by the bucket of their first event, and changes in active entities.
 */
export function plan(question: SegmentationQuestion, planner: Planner): Plan {
  const { db, eb } = planner
  const matched = withMatched(question, planner)
  const grouping = groupingOf(question, matched)
  const families = new Set(question.series.map(familyOf))
  let relations: Relations = matched.relations
  const parts: PartRows[] = []
  if (families.has('partial')) relations = withPartials(relations, question, matched, grouping, planner)
  if (grouping.isBroken) {
    relations = withRanks(relations, question, matched, planner)
    const groups = Object.fromEntries(matched.groups.map(group => [group, eb.ref(group)]))
    parts.push({ part: 'group', query: db.selectFrom('kept'), columns: { rank: eb.ref('rank'), ...groups }, by: [] })
  }
  if (families.has('partial')) {
    relations = withLabelled(relations, question, matched, grouping, planner)
    parts.push(...partialParts(question, grouping, planner))
    if (question.transform?.type === 'cumulative') {
      const first = firstParts(relations, question, grouping, planner)
      relations = first.relations
      parts.push(...first.parts)
    }
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

/** The columns that tell the lines of a chart apart. */
export interface Grouping {
  readonly isBroken: boolean
  /** `period` where two are compared, `rank` where there is a breakdown. */
  readonly keys: readonly string[]
  readonly period: readonly string[]
  readonly entity: readonly string[]
  readonly bucket: readonly string[]
}

function groupingOf({ periods, interval, series }: SegmentationQuestion, { groups }: Matched): Grouping {
  const period = periods.length > 1 ? ['period'] : []
  return {
    isBroken: groups.length > 0,
    period,
    keys: groups.length > 0 ? [...period, 'rank'] : period,
    entity: series.some(countsEntities) ? ['entity'] : [],
    bucket: interval === 'none' ? [] : ['bucket'],
  }
}

const ofFamily = (question: SegmentationQuestion, family: ReturnType<typeof familyOf>): readonly ResolvedSeries[] =>
  question.series.filter(series => familyOf(series) === family)

const selectAll = (columns: Readonly<Record<string, Sql>>) => Object.entries(columns).map(([name, value]) => value.as(name))

const merged = (parts: readonly Readonly<Record<string, Sql>>[]): Readonly<Record<string, Sql>> => Object.assign({}, ...parts)

function withPartials(
  relations: Relations,
  question: SegmentationQuestion,
  matched: Matched,
  grouping: Grouping,
  planner: Planner,
): Relations {
  const { db, eb } = planner
  const series = ofFamily(question, 'partial')
  const keys = [...grouping.period, ...grouping.bucket, ...matched.groups, ...grouping.entity]
  const flags = series.map(one => matched.flag(one))
  let query: Query = db.selectFrom('matched').select([...keys, ...selectAll(merged(series.map(one => partials(one, matched, planner))))])
  if (keys.length > 0) query = query.groupBy(keys)
  // Rows that only other series count would open groups and buckets of their own.
  if (flags.every(flag => flag !== null) && flags.length < question.series.length) query = query.where(eb.or(flags))
  return relations.with(
    relation => relation('partial').materialized(),
    () => query,
  )
}

function withRanks(relations: Relations, question: SegmentationQuestion, matched: Matched, planner: Planner): Relations {
  const { db, eb, verbs } = planner
  const [first] = question.series as readonly [ResolvedSeries, ...ResolvedSeries[]]
  const isAllPartial = question.series.every(series => familyOf(series) === 'partial')
  const total = isAllPartial
    ? fromPartials(first, false, planner)
    : fromEvents(first, matched, daysBefore(question) + lastDayOf(question), planner)
  let totals: Query = db
    .selectFrom(isAllPartial ? 'partial' : 'matched')
    .select([...matched.groups, total.as('total')])
    .groupBy([...matched.groups])
  if (question.periods.length > 1) totals = totals.where(eb('period', '=', verbs.int(0)))
  return withKeptGroups(relations, totals, matched.groups, question.breakdownLimit, planner)
}

/** The number of the range's last day, its first being 0. */
export function lastDayOf({ span }: Pick<SegmentationQuestion, 'span'>): number {
  return span.lastDay.since(span.firstDay).days
}

/** Adds `labelled`: the partial results with the rank of their group, those of other groups merged so that an entity counts once. */
function withLabelled(
  relations: Relations,
  question: SegmentationQuestion,
  matched: Matched,
  grouping: Grouping,
  planner: Planner,
): Relations {
  const { db, eb, verbs } = planner
  if (!grouping.isBroken) return relations
  const series = ofFamily(question, 'partial')
  const columns = merged(series.map(one => mergedPartials(one, planner)))
  const keys = [...grouping.period, ...grouping.bucket, ...grouping.entity]
  const join = (): Query => leftJoinKept(db.selectFrom('partial'), 'partial', matched.groups, planner)
  const kept = join()
    .select([...keys, 'kept.rank', ...Object.keys(columns)])
    .where('kept.rank', 'is not', null)
  const others = join()
    .select([...keys, verbs.int(question.breakdownLimit + 1).as('rank'), ...selectAll(columns)])
    .where('kept.rank', 'is', null)
  const othersMerged = keys.length > 0 ? others.groupBy(keys) : others.having(eb.fn.countAll(), '>', verbs.int(0))
  return relations.with(
    relation => relation('labelled').materialized(),
    () => kept.unionAll(othersMerged),
  )
}

const labelled = ({ isBroken }: Grouping): string => (isBroken ? 'labelled' : 'partial')

function partialParts(question: SegmentationQuestion, grouping: Grouping, planner: Planner): readonly PartRows[] {
  const { db, eb } = planner
  const series = ofFamily(question, 'partial')
  const rows = (part: Part, by: readonly string[], isEntityUnique: boolean): PartRows => ({
    part,
    query: db.selectFrom(labelled(grouping)),
    columns: merged([
      ...by.map(name => ({ [name]: eb.ref(name) })),
      ...series.map(one => ({ [one.name]: fromPartials(one, isEntityUnique, planner) })),
    ]),
    by: by.map(name => eb.ref(name)),
  })
  const total = rows('total', grouping.keys, grouping.bucket.length === 0)
  return grouping.bucket.length === 0 ? [total] : [rows('bucket', [...grouping.keys, ...grouping.bucket], true), total]
}

/** Cumulative entities: each counts in the bucket of its first event. */
function firstParts(relations: Relations, question: SegmentationQuestion, grouping: Grouping, planner: Planner) {
  const { db, eb, verbs } = planner
  const series = ofFamily(question, 'partial').filter(countsEntities)
  if (grouping.bucket.length === 0 || series.length === 0) return { relations, parts: [] }
  const firstBucket = (one: ResolvedSeries): Sql =>
    eb.fn.agg('min', ['bucket']).filterWhere(eb(eb.ref(`events_${one.name}`), '>', verbs.int(0)))
  const query = db
    .selectFrom(labelled(grouping))
    .select([...grouping.keys, 'entity', ...series.map(one => firstBucket(one).as(`first_${one.name}`))])
    .groupBy([...grouping.keys, 'entity'])
  const parts = series.map((one): PartRows => {
    const bucket = `first_${one.name}`
    return {
      part: 'first',
      query: db.selectFrom('firsts').where(bucket, 'is not', null),
      columns: merged([...grouping.keys.map(name => ({ [name]: eb.ref(name) })), { bucket: eb.ref(bucket), [one.name]: eb.fn.countAll() }]),
      by: [...grouping.keys, bucket].map(name => eb.ref(name)),
    }
  })
  return {
    relations: relations.with(
      relation => relation('firsts').materialized(),
      () => query,
    ),
    parts,
  }
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
