import { bucketSql } from '@/lib/parts/bucket-sql'
import type { Planner, Query, Relations } from '@/sql'
import type { RetentionQuestion } from './resolve'

/**
 * Adds `members`: who is in which cohort, since when (`started`, the instant from which “later” is measured), and with a breakdown the
 * texts of the start event, of several at one instant the first in the order of texts.
 */
export function withMembers(relations: Relations, starters: Query, groups: readonly string[], planner: Planner): Relations {
  const { db, eb } = planner
  if (groups.length === 0)
    return relations.with(
      relation => relation('members').materialized(),
      () => starters,
    )
  const texts = planner.verbs.firstTexts(groups.map(group => eb.ref(`starts.${group}`)))
  const firstTexts = db
    .selectFrom('starters')
    .innerJoin('starts', join => join.onRef('starts.entity', '=', 'starters.entity').onRef('starts.at', '=', 'starters.started'))
    .select(['starters.entity', 'starters.cohort', 'starters.started', texts.tuple.as('texts')])
    .groupBy(['starters.entity', 'starters.cohort', 'starters.started'])
  const members = db
    .selectFrom('first_texts')
    .select(['entity', 'cohort', 'started', ...groups.map((group, index) => texts.column(eb.ref('texts'), index).as(group))])
  return relations
    .with('starters', () => starters)
    .with('first_texts', () => firstTexts)
    .with(
      relation => relation('members').materialized(),
      () => members,
    )
}

/** The entities that start, each with the first start event in the range; with “every”, in each cohort's unit. */
export function startersOf(question: RetentionQuestion, planner: Planner): Query {
  const { db, eb, verbs } = planner
  const started = eb.fn.min('at')
  const events: Query = db.selectFrom('starts')
  if (question.entry === 'every') {
    const cohort = bucketSql(eb.ref('at'), question.rule, planner)
    return events.select(['entity', cohort.as('cohort'), started.as('started')]).groupBy([eb.ref('entity'), cohort])
  }
  const first: Query = events.select(['entity', started.as('started')]).groupBy('entity')
  const newcomers = question.entry === 'firstEver' ? first.having(started, '>=', verbs.int(question.span.from)) : first
  return db
    .selectFrom(newcomers.as('firsts'))
    .select(['entity', bucketSql(eb.ref('started'), question.rule, planner).as('cohort'), 'started'])
}
