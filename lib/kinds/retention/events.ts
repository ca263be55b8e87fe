import { textOf } from '@/lib/parts/filter-sql'
import { mayOverlap } from '@/lib/parts/resolve-selection'
import { type ScanRequest, scan } from '@/lib/parts/scan'
import type { Planner, Query, Relations } from '@/sql'
import type { RetentionQuestion } from './resolve'

/**
 * Adds `starts`, the start events of the range (or up to its end, where an earlier one matters), with the texts of the breakdown, and
 * `returns`, the return events from the range on. Each is a read of its own: an engine then finds by type and time what to read, and asks
 * nothing of an event but what its own selection asks. Only properties that both would read, of the same events, are read once.
 */
export function withEvents(question: RetentionQuestion, groups: readonly string[], planner: Planner): Relations {
  const { db, eb } = planner
  const startsRead = groups.length + question.where.length + question.start.where.length > 0
  const returnsRead = question.where.length + question.return.where.length > 0
  if (startsRead && returnsRead && mayOverlap(question.start, question.return)) {
    return db
      .with(
        relation => relation('scanned').materialized(),
        () => scanned(question, groups, planner),
      )
      .with('starts', () =>
        db
          .selectFrom('scanned')
          .select(['entity', 'at', ...groups])
          .where(eb.ref('is_start')),
      )
      .with('returns', () => db.selectFrom('scanned').select(['entity', 'at']).where(eb.ref('is_return')))
  }
  return db
    .with(
      // With a breakdown it is read again for the texts of the events that turn out to be the first.
      relation => (groups.length > 0 ? relation('starts').materialized() : relation('starts')),
      () => starts(question, groups, planner),
    )
    .with('returns', () => returns(question, planner))
}

const entryFrom = ({ entry, span }: RetentionQuestion): number | null => (entry === 'firstEver' ? null : span.from)

const readOf = ({ dataset, where }: RetentionQuestion): Pick<ScanRequest, 'dataset' | 'where'> => ({ dataset, where })

function starts(question: RetentionQuestion, groups: readonly string[], planner: Planner): Query {
  const { start, breakdown, span } = question
  const stretches = [{ from: entryFrom(question), to: span.to }]
  const read = scan({ ...readOf(question), selections: [start], properties: breakdown, stretches }, planner)
  const texts = breakdown.map((property, index) => textOf(property, read.read(property), planner).as(groups[index] as string))
  const rows = read.rows.select([read.entity.as('entity'), read.at.as('at'), ...texts])
  const isStart = read.selects(start)
  return isStart === null ? rows : rows.where(isStart)
}

function returns(question: RetentionQuestion, planner: Planner): Query {
  const { return: returning, span, readUntil } = question
  const stretches = [{ from: span.from, to: readUntil }]
  const read = scan({ ...readOf(question), selections: [returning], properties: [], stretches }, planner)
  const rows = read.rows.select([read.entity.as('entity'), read.at.as('at')])
  const isReturn = read.selects(returning)
  return isReturn === null ? rows : rows.where(isReturn)
}

function scanned(question: RetentionQuestion, groups: readonly string[], planner: Planner): Query {
  const { eb, verbs } = planner
  const { span, entry, breakdown, start, return: returning, readUntil } = question
  const stretches = [{ from: entryFrom(question), to: readUntil }]
  const read = scan({ ...readOf(question), selections: [start, returning], properties: breakdown, stretches }, planner)
  const isStart = read.selects(start) ?? eb.lit(true)
  const isReturn = read.selects(returning) ?? eb.lit(true)
  const rows = read.rows.select([
    read.entity.as('entity'),
    read.at.as('at'),
    eb.and([isStart, eb(read.at, '<', verbs.int(span.to))]).as('is_start'),
    isReturn.as('is_return'),
    ...breakdown.map((property, index) => textOf(property, read.read(property), planner).as(groups[index] as string)),
  ])
  // Before the range only start events matter: whoever has one is no newcomer.
  return entry === 'firstEver' ? rows.where(eb.or([eb(read.at, '>=', verbs.int(span.from)), isStart])) : rows
}
