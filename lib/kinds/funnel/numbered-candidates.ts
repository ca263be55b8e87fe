import { textOf } from '@/lib/parts/filter-sql'
import { groupColumns } from '@/lib/parts/kept-groups'
import type { Property } from '@/lib/parts/resolve-property'
import type { EventFilter } from '@/lib/parts/resolve-selection'
import type { Scan } from '@/lib/parts/scan'
import type { Planner, Query, Relations, Sql } from '@/sql'
import { type Candidates, scanOf, stepsMatched } from './candidate-scan'
import { excludedAtInstant, excludedBefore, excludedThrough } from './exclusion-columns'
import type { FunnelQuestion } from './resolve'

/** Candidates that are read once and numbered in the order of their entity's events. */
export function numberedCandidates(question: FunnelQuestion, planner: Planner): Candidates {
  const { db, eb, verbs } = planner
  const { exclusions, hold, breakdown, stepsOverlap } = question
  const read = scanOf(question, planner)
  const groups = groupColumns(breakdown.length)
  const held = hold.map((_, index) => `held${index + 1}`)
  const scanned = read.rows.select([
    read.entity.as('entity'),
    read.at.as('at'),
    stepsMatched(question, selection => read.selects(selection) ?? eb.lit(true), planner).as('steps'),
    ...breakdown.map((property, index) => groupText(property, question, read, planner).as(groups[index] as string)),
    ...hold.map((property, index) => textOf(property, read.read(property), planner).as(held[index] as string)),
    ...exclusions.map((exclusion, index) =>
      eb.fn.coalesce(read.selects(exclusion) ?? eb.lit(true), eb.lit(false)).as(`excludes${index + 1}`),
    ),
  ])
  const takesPart = eb.and([eb(eb.ref('steps'), '>', verbs.int(0)), ...held.map(name => eb(eb.ref(name), 'is not', null))])
  let relations: Relations = db.with('scanned', () => scanned)
  let source = 'scanned'
  if (exclusions.length > 0) {
    relations = relations.with('counted', () => withExclusionCounts(db.selectFrom('scanned').selectAll(), question, planner))
    source = 'counted'
  }
  const counts = exclusions.flatMap((_, index) => [excludedBefore(index), excludedThrough(index), excludedAtInstant(index)])
  const candidates = db
    .selectFrom(source)
    .select(['entity', 'at', 'steps', ...groups, ...held, ...counts, numberOf(question, groups, held, planner).as('position')])
    .where(takesPart)
  return {
    relations: relations.with(
      relation => relation('candidates').materialized(),
      () => candidates,
    ),
    position: { column: 'position' },
    matches: step =>
      stepsOverlap ? eb(verbs.bit(eb.ref('steps'), verbs.int(step - 1)), '=', verbs.int(1)) : eb(eb.ref('steps'), '=', verbs.int(step)),
  }
}

/** Where nothing but its own step tells events of one instant apart, a text is read only of those that may decide the group. */
function groupText(property: Property, { steps, breakdownAt, exclusions, hold }: FunnelQuestion, read: Scan, planner: Planner): Sql {
  const text = textOf(property, read.read(property), planner)
  const decides = exclusions.length === 0 && hold.length === 0 ? read.selects(steps[breakdownAt - 1] as EventFilter) : null
  return decides === null ? text : planner.eb.case().when(decides).then(text).end()
}

/**
 * By time, then steps, then texts. What the order leaves open is settled so that no answer depends on how events are stored: excluded
 * events come last, then held texts decide.
 */
function numberOf({ exclusions }: FunnelQuestion, groups: readonly string[], held: readonly string[], { eb }: Planner): Sql {
  return eb.fn.agg('row_number').over(over => {
    const byTime = over.partitionBy('entity').orderBy('at').orderBy('steps')
    const byText = groups.reduce((ordered, group) => ordered.orderBy(group, order => order.asc().nullsFirst()), byTime)
    const byExclusion = exclusions.reduceRight((ordered, _, index) => ordered.orderBy(`excludes${index + 1}`), byText)
    return held.reduce((ordered, text) => ordered.orderBy(text), byExclusion)
  })
}

/**
 * An exclusion's event comes after all steps' events of its instant, so those before an event are those of earlier instants. An event
 * that is itself excluded does not reject the chain in which it is the step that the exclusion starts from.
 */
function withExclusionCounts(query: Query, { exclusions }: FunnelQuestion, { eb, verbs }: Planner): Query {
  return query.select(
    exclusions.flatMap((_, index) => {
      const excludes = eb.ref(`excludes${index + 1}`)
      const before = verbs.countBefore(excludes, ['entity'], 'at')
      const itself = eb.case().when(excludes).then(verbs.int(1)).else(verbs.int(0)).end()
      return [
        before.as(excludedBefore(index)),
        verbs.add(before, itself).as(excludedThrough(index)),
        verbs.countUpTo(excludes, ['entity'], 'at').as(excludedAtInstant(index)),
      ]
    }),
  )
}
