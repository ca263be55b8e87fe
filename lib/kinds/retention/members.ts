import { bucketSql } from '@/lib/parts/bucket-sql'
import { textOf } from '@/lib/parts/filter-sql'
import { scan } from '@/lib/parts/scan'
import type { Planner, Query, Relations } from '@/sql'
import type { RetentionQuestion } from './resolve'

/**
 * Adds `scanned`, all start and return events, and `members`: who is in which cohort, since when (`started`, the instant from which “later”
 * is measured), and with a breakdown the texts of the start event, of several at one instant the first in the order of texts.
 */
export function withMembers(question: RetentionQuestion, groups: readonly string[], planner: Planner): Relations {
  const { db, eb } = planner
  // Reading types and times twice costs less than keeping them; reading a map twice costs more.
  const readsProperties = groups.length > 0 || [question, question.start, question.return].some(({ where }) => where.length > 0)
  const relations = db
    .with(
      relation => (readsProperties ? relation('scanned').materialized() : relation('scanned').notMaterialized()),
      () => scannedEvents(question, groups, planner),
    )
    .with('starters', () => starters(question, planner))
  if (groups.length === 0)
    return relations.with(
      relation => relation('members').materialized(),
      () => db.selectFrom('starters').selectAll(),
    )
  const texts = planner.verbs.firstTexts(groups.map(group => eb.ref(`scanned.${group}`)))
  const firstTexts = db
    .selectFrom('starters')
    .innerJoin('scanned', join =>
      join.onRef('scanned.entity', '=', 'starters.entity').onRef('scanned.at', '=', 'starters.started').on(eb.ref('scanned.is_start')),
    )
    .select(['starters.entity', 'starters.cohort', 'starters.started', texts.tuple.as('texts')])
    .groupBy(['starters.entity', 'starters.cohort', 'starters.started'])
  const members = db
    .selectFrom('first_texts')
    .select(['entity', 'cohort', 'started', ...groups.map((group, index) => texts.column(eb.ref('texts'), index).as(group))])
  return relations
    .with('first_texts', () => firstTexts)
    .with(
      relation => relation('members').materialized(),
      () => members,
    )
}

function scannedEvents(question: RetentionQuestion, groups: readonly string[], planner: Planner): Query {
  const { eb, verbs } = planner
  const { span, entry, breakdown } = question
  const isEver = entry === 'firstEver'
  const read = scan(
    {
      dataset: question.dataset,
      where: question.where,
      selections: [question.start, question.return],
      properties: breakdown,
      stretches: [{ from: isEver ? null : span.from, to: question.readUntil }],
    },
    planner,
  )
  const starts = read.selects(question.start) ?? eb.lit(true)
  const returns = read.selects(question.return) ?? eb.lit(true)
  const inRange = eb(read.at, '<', verbs.int(span.to))
  const rows = read.rows.select([
    read.entity.as('entity'),
    read.at.as('at'),
    eb.fn.coalesce(eb.and([starts, inRange]), eb.lit(false)).as('is_start'),
    eb.fn.coalesce(returns, eb.lit(false)).as('is_return'),
    ...breakdown.map((property, index) => textOf(property, read.read(property), planner).as(groups[index] as string)),
  ])
  // Before the range only start events matter: whoever has one is no newcomer.
  return isEver ? rows.where(eb.or([eb(read.at, '>=', verbs.int(span.from)), starts])) : rows
}

function starters(question: RetentionQuestion, planner: Planner): Query {
  const { db, eb, verbs } = planner
  const started = eb.fn.min('at')
  const events: Query = db.selectFrom('scanned').where(eb.ref('is_start'))
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
