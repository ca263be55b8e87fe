import { joinKept, joinSmaller, leftJoinKept } from '@/lib/parts/kept-groups'
import type { Planner, Query, Relations } from '@/sql'
import type { Grouping } from './grouping'
import type { Matched } from './matched'
import { countsEntities, familyOf, fromPartials, mergedPartials, partials } from './measures'
import { type Columns, merged, type Part, type PartRows, refs, selectAll } from './part'
import type { ResolvedSeries, SegmentationQuestion } from './resolve'

/** Everything that partial results are worked out from. */
export interface PartialRequest {
  readonly question: SegmentationQuestion
  readonly matched: Matched
  readonly grouping: Grouping
  readonly planner: Planner
}

const partialSeries = ({ question }: PartialRequest): readonly ResolvedSeries[] =>
  question.series.filter(series => familyOf(series) === 'partial')

/**
 * Adds `partial`: what is kept of each series for each group, bucket and entity. All numbers come from these rows, which are far fewer than
 * the events; no entity is in two of them for the same group and bucket, so that counting needs no DISTINCT.
 */
export function withPartials(relations: Relations, request: PartialRequest): Relations {
  const { matched, grouping } = request
  const query = matched.isReadBySeries ? bySeries(request) : inOneRead(request)
  const partial = relations.with(
    relation => relation('partial').materialized(),
    () => query,
  )
  return withTotal(partial, 'partial', [...grouping.period, ...matched.groups], request)
}

const partialKeys = ({ grouping, matched }: PartialRequest) => [...grouping.period, ...grouping.bucket, ...matched.groups]

/** Rows of `matched` by group, bucket and entity, with these columns. */
function aggregated(columns: Columns, request: PartialRequest): Query {
  const { matched, grouping, planner } = request
  const { db, eb } = planner
  const keys = partialKeys(request)
  const entity = grouping.entity.map(key => ({ key, of: matched.entities.keyOf(eb.ref('entity')) }))
  const query: Query = db.selectFrom('matched').select([...keys, ...entity.map(({ key, of }) => of.as(key)), ...selectAll(columns)])
  const by = [...keys.map(key => eb.ref(key)), ...entity.map(({ of }) => of)]
  return by.length > 0 ? query.groupBy(by) : query
}

function inOneRead(request: PartialRequest): Query {
  const { matched, question, planner } = request
  const series = partialSeries(request)
  const query = aggregated(merged(series.map(one => partials(one, matched.flag(one), matched, planner))), request)
  const flags = series.map(one => matched.flag(one))
  // Rows that only other series count would open groups and buckets of their own.
  return flags.every(flag => flag !== null) && flags.length < question.series.length ? query.where(planner.eb.or(flags)) : query
}

/** One row for each series, with nothing in the columns of the others: they merge as rows of one read do. */
function bySeries(request: PartialRequest): Query {
  const { matched, planner } = request
  const { eb } = planner
  const series = partialSeries(request)
  const own = series.map(one => partials(one, null, matched, planner))
  const nothing: Columns = Object.fromEntries(own.flatMap(Object.keys).map(name => [name, eb.lit(null)]))
  const [first, ...rest] = series.map((one, index) => {
    const query = aggregated({ ...nothing, ...own[index] }, request)
    const flag = matched.flag(one)
    return flag === null ? query : query.where(flag)
  }) as [Query, ...Query[]]
  return rest.reduce((all, next) => all.unionAll(next), first)
}

const totalOf = (relation: string, { grouping }: PartialRequest): string =>
  grouping.entity.length > 0 && grouping.bucket.length > 0 ? `${relation}_total` : relation

/** The relation with a line's partial results over the whole range, in which an entity counts once whatever buckets it is in. */
export const partialTotal = (request: PartialRequest): string => totalOf('partial', request)

function withTotal(relations: Relations, relation: string, lines: readonly string[], request: PartialRequest): Relations {
  const { matched, grouping, planner } = request
  const name = totalOf(relation, request)
  if (name === relation) return relations
  const keys = [...lines, ...grouping.entity]
  const columns = merged(partialSeries(request).map(one => mergedPartials(one, matched.entities, planner)))
  return relations.with(name, () =>
    planner.db
      .selectFrom(relation)
      .select([...keys, ...selectAll(columns)])
      .groupBy(keys),
  )
}

/** Adds `others`: the partial results of all groups that are not kept as those of one, so that an entity counts once. */
export function withOthers(relations: Relations, request: PartialRequest): Relations {
  const { question, matched, grouping, planner } = request
  const { db, verbs } = planner
  const limit = question.breakdownLimit
  const keys = [...grouping.period, ...grouping.bucket, ...grouping.entity]
  const columns = merged(partialSeries(request).map(one => mergedPartials(one, matched.entities, planner)))
  // An earlier period may have groups that the main one has not, and which are not ranked.
  const rows =
    question.periods.length > 1
      ? leftJoinKept(db.selectFrom('partial'), 'partial', matched.groups, planner).where('kept.rank', 'is', null)
      : joinSmaller(db.selectFrom('partial'), 'partial', matched.groups, limit, planner)
  const query = rows.select([...keys, verbs.int(limit + 1).as('rank'), ...selectAll(columns)])
  const others = relations.with(
    relation => relation('others').materialized(),
    () => (keys.length > 0 ? query.groupBy(keys) : query.having(planner.eb.fn.countAll(), '>', verbs.int(0))),
  )
  return withTotal(others, 'others', grouping.keys, request)
}

/** The numbers of each line by bucket and over the whole range, and for cumulative entities those who are new in a bucket. */
export function withPartialParts(relations: Relations, request: PartialRequest) {
  const { question, grouping, matched, planner } = request
  const series = partialSeries(request)
  const numbers = merged(series.map(one => ({ [one.name]: fromPartials(one, matched.entities, planner) })))
  const newcomers = question.transform?.type === 'cumulative' && grouping.bucket.length > 0 ? series.filter(countsEntities) : []
  const lines = [...grouping.period, ...matched.groups]
  const sources = [{ relation: 'partial', lines }, ...(grouping.isBroken ? [{ relation: 'others', lines: grouping.keys }] : [])]
  let all = relations
  const parts: PartRows[] = []
  for (const { relation, lines } of sources) {
    const isRanked = relation === 'others'
    const rows = (part: Part, from: string, by: readonly string[], columns: Columns): PartRows =>
      grouping.isBroken && !isRanked
        ? keptRows(part, from, [...lines, ...by], columns, request)
        : ownRows(part, from, [...lines, ...by], columns, planner)
    if (grouping.bucket.length > 0) parts.push(rows('bucket', relation, grouping.bucket, numbers))
    parts.push(rows('total', totalOf(relation, request), [], numbers))
    if (newcomers.length > 0) {
      all = withFirsts(all, relation, lines, newcomers, request)
      const columns = merged(newcomers.map(one => ({ [one.name]: matched.entities.countFirsts(one.name) })))
      parts.push(rows('first', `${relation}_firsts`, grouping.bucket, columns))
    }
  }
  return { relations: all, parts }
}

const ownRows = (part: Part, from: string, keys: readonly string[], columns: Columns, planner: Planner): PartRows => ({
  part,
  query: planner.db.selectFrom(from),
  columns: { ...refs(keys, planner), ...columns },
  by: keys.map(key => planner.eb.ref(key)),
})

/** Groups are ranked once their rows are aggregated: by then they are few. */
function keptRows(part: Part, from: string, keys: readonly string[], columns: Columns, { matched, planner }: PartialRequest): PartRows {
  const { db, eb } = planner
  const counted = db
    .selectFrom(from)
    .select([...keys, ...selectAll(columns)])
    .groupBy(keys)
  const own = keys.filter(key => !matched.groups.includes(key))
  return {
    part,
    query: joinKept(db.selectFrom(counted.as('counted')), 'counted', matched.groups, planner),
    columns: { rank: eb.ref('kept.rank'), ...refs([...own, ...Object.keys(columns)], planner, 'counted') },
    by: [],
  }
}

function withFirsts(
  relations: Relations,
  relation: string,
  lines: readonly string[],
  series: readonly ResolvedSeries[],
  { matched, planner }: PartialRequest,
): Relations {
  const columns = merged(series.map(one => matched.entities.firsts(one.name, lines)))
  return relations.with(`${relation}_firsts`, () => planner.db.selectFrom(relation).select([...lines, 'bucket', ...selectAll(columns)]))
}
