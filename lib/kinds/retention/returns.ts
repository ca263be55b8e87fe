import { bucketSql } from '@/lib/parts/bucket-sql'
import type { Planner, Query, Relations, Sql } from '@/sql'
import { periodColumns, unitedPeriods } from './periods'
import type { RetentionQuestion } from './resolve'

/** Adds `returned`: the members, each with the period of its last return (`last_period`), NULL where there is none. */
export function withLastReturns(
  relations: Relations,
  question: RetentionQuestion,
  members: string,
  keys: readonly string[],
  planner: Planner,
) {
  const { db, eb } = planner
  const isLater = eb(eb.ref('last_returns.at'), '>', eb.ref('started'))
  const lastPeriod = eb
    .case()
    .when(isLater)
    .then(periodOf(question, eb.ref('last_returns.at'), planner))
    .end()
  return relations
    .with('last_returns', () =>
      db
        .selectFrom('returns')
        .select(['entity', eb.fn.max('at').as('at')])
        .groupBy('entity'),
    )
    .with('returned', () =>
      db
        .selectFrom(members)
        .leftJoin('last_returns', 'last_returns.entity', `${members}.entity`)
        .select([...keys, 'started', lastPeriod.as('last_period')]),
    )
}

/**
 * Adds `returned`: the members, each with the set of periods it returned in. Every return is looked up among the members and leaves one
 * bit there, so that a member has one row however often it returned.
 */
export function withPeriods(relations: Relations, question: RetentionQuestion, members: string, keys: readonly string[], planner: Planner) {
  const { db, eb, verbs } = planner
  const { periods } = question
  // Whoever joins one cohort only is told apart by the entity alone.
  const own = question.entry === 'every' ? ['entity', 'cohort'] : ['entity']
  const found = db
    .selectFrom(members)
    .innerJoin('returns', 'returns.entity', `${members}.entity`)
    .select([...own.map(name => `${members}.${name}`), periodOf(question, eb.ref('returns.at'), planner).as('period')])
    .whereRef('returns.at', '>', 'started')
  const united = db
    .selectFrom(found.as('found'))
    .select([...own, ...unitedPeriods(eb.ref('period'), periods, planner).map(({ name, bits }) => bits.as(name))])
    .where('period', '>=', verbs.int(0))
    .where('period', '<=', verbs.int(periods))
    .groupBy(own)
  const returned: Query = db
    .selectFrom(members)
    .leftJoin('united', join => own.reduce((joined, name) => joined.onRef(`united.${name}`, '=', `${members}.${name}`), join))
    .select([...keys.map(name => `${members}.${name}`), 'started', ...periodColumns(periods).map(({ name }) => name)])
  return relations.with('united', () => united).with('returned', () => returned)
}

function periodOf({ clock, rule, elapsedUnit }: RetentionQuestion, at: Sql, planner: Planner): Sql<number> {
  const { eb, verbs } = planner
  return clock === 'elapsed'
    ? verbs.quotient(verbs.subtract(at, eb.ref('started')), verbs.int(elapsedUnit))
    : verbs.subtract(bucketSql(at, rule, planner), eb.ref('cohort'))
}
