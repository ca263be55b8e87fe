import { bucketSql } from '@/lib/parts/bucket-sql'
import type { Planner, Query, Relations, Sql } from '@/sql'
import type { RetentionQuestion } from './resolve'

/** Adds `returned`: for each of the keys (cohort, rank) and period the members who returned in it, or with “on or after” last in it. */
export function withReturns(
  relations: Relations,
  question: RetentionQuestion,
  members: string,
  keys: readonly string[],
  planner: Planner,
): Relations {
  const { db } = planner
  const returns = returnsOf(question, planner)
  const cells = db
    .selectFrom(members)
    .innerJoin('returns', 'returns.entity', `${members}.entity`)
    .select([`${members}.entity`, ...keys, periodOf(question, planner).as('period')])
    .whereRef('returns.at', '>', 'started')
  const returned = db
    .selectFrom(cells.as('cells'))
    .select([...keys, 'period', entitiesIn(question, planner).as('entities')])
    .where('period', '>=', planner.verbs.int(0))
    .groupBy([...keys, 'period'])
  const within = question.returnOn === 'on' ? returned.where('period', '<=', planner.verbs.int(question.periods)) : returned
  return relations.with('returns', () => returns).with('returned', () => within)
}

/**
 * The return events that can tell something: with “on or after” the last of an entity; on the calendar the last of each unit, since whether
 * a return is later than the start matters only in the start's own unit; on the elapsed clock all of them.
 */
function returnsOf(question: RetentionQuestion, planner: Planner): Query {
  const { db, eb } = planner
  const events: Query = db.selectFrom('scanned').where(eb.ref('is_return'))
  const last = eb.fn.max('at').as('at')
  if (question.returnOn === 'onOrAfter') return events.select(['entity', last]).groupBy('entity')
  if (question.clock === 'elapsed') return events.select(['entity', 'at'])
  const unit = bucketSql(eb.ref('at'), question.rule, planner)
  return events.select(['entity', unit.as('unit'), last]).groupBy([eb.ref('entity'), unit])
}

function periodOf(question: RetentionQuestion, planner: Planner): Sql<number> {
  const { eb, verbs } = planner
  if (question.clock === 'elapsed') {
    return verbs.quotient(verbs.subtract(eb.ref('returns.at'), eb.ref('started')), verbs.int(question.elapsedUnit))
  }
  const unit = question.returnOn === 'on' ? eb.ref('returns.unit') : bucketSql(eb.ref('returns.at'), question.rule, planner)
  return verbs.subtract(unit, eb.ref('cohort'))
}

/** On the elapsed clock an entity may return several times in a period. */
const entitiesIn = ({ clock, returnOn }: RetentionQuestion, { eb, verbs }: Planner): Sql =>
  clock === 'elapsed' && returnOn === 'on' ? verbs.countDistinct(eb.ref('entity')) : eb.fn.countAll()
