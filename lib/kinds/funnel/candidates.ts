import { textOf } from '@/lib/parts/filter-sql'
import { groupColumns } from '@/lib/parts/kept-groups'
import type { EventFilter } from '@/lib/parts/resolve-selection'
import { isType, type Scan, scan } from '@/lib/parts/scan'
import type { Bool, ChainOrder, Planner, Query, Relations, Sql } from '@/sql'
import { excludedAtInstant, excludedBefore, excludedThrough } from './exclusion-columns'
import type { FunnelQuestion } from './resolve'

/** The events that may take part in a chain, as the relation `candidates`. */
export interface Candidates {
  readonly relations: Relations
  /** What orders the candidates of an entity. */
  readonly position: ChainOrder
  /** Whether a candidate matches the step, counted from 1. */
  matches(step: number): Bool
}

/**
 * Where time and step alone order the events, an event's step is known by its type, and each step reads its own rows of the table.
 * Else the events are read once, and numbered.
 */
export function withCandidates(question: FunnelQuestion, planner: Planner): Candidates {
  const { stepsOverlap, exclusions, hold, breakdown } = question
  const isPlain = !stepsOverlap && exclusions.length === 0 && hold.length === 0 && breakdown.length === 0
  return isPlain ? unnumbered(question, planner) : numbered(question, planner)
}

function scanOf({ dataset, where, steps, exclusions, hold, breakdown, span, window, asOf }: FunnelQuestion, planner: Planner): Scan {
  const stretch = { from: span.from, to: Math.min(span.to + window, asOf + 1) }
  return scan({ dataset, where, selections: [...steps, ...exclusions], properties: [...hold, ...breakdown], stretches: [stretch] }, planner)
}

function unnumbered(question: FunnelQuestion, planner: Planner): Candidates {
  const { db, eb, verbs } = planner
  const { steps } = question
  const read = scanOf(question, planner)
  const scanned = read.rows.select([
    read.entity.as('entity'),
    read.at.as('at'),
    read.type.as('type'),
    stepsMatched(question, selection => read.selects(selection) ?? eb.lit(true), planner).as('steps'),
  ])
  const hasConditions = steps.some(step => step.where.length > 0)
  const isStep = (step: number) => eb(eb.ref('steps'), '=', verbs.int(step))
  const candidates = db.selectFrom('scanned').select(['entity', 'at', 'type', 'steps'])
  return {
    relations: db
      .with(
        relation => relation('scanned').notMaterialized(),
        () => scanned,
      )
      .with(
        relation => relation('candidates').notMaterialized(),
        () => (hasConditions ? candidates.where(eb(eb.ref('steps'), '>', verbs.int(0))) : candidates),
      ),
    position: { column: 'at', stage: 'steps' },
    matches: step => {
      const { types, where } = steps[step - 1] as EventFilter
      const isOfType = types === null ? [] : [isType(eb.ref('type'), types, planner)]
      return eb.and([...isOfType, ...(where.length > 0 || types === null ? [isStep(step)] : [])])
    },
  }
}

function numbered(question: FunnelQuestion, planner: Planner): Candidates {
  const { db, eb, verbs } = planner
  const { exclusions, hold, breakdown, stepsOverlap } = question
  const read = scanOf(question, planner)
  const groups = groupColumns(breakdown.length)
  const held = hold.map((_, index) => `held${index + 1}`)
  const scanned = read.rows.select([
    read.entity.as('entity'),
    read.at.as('at'),
    stepsMatched(question, selection => read.selects(selection) ?? eb.lit(true), planner).as('steps'),
    ...breakdown.map((property, index) => textOf(property, read.read(property), planner).as(groups[index] as string)),
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

/** The steps that an event matches: as a bit mask, step 1 lowest, or where there can be one only, its number; 0 for none. */
function stepsMatched(
  { steps, stepsOverlap }: FunnelQuestion,
  selects: (step: FunnelQuestion['steps'][number]) => Bool,
  planner: Planner,
): Sql {
  const { eb, verbs } = planner
  if (stepsOverlap) {
    return verbs.add(
      ...steps.map((step, index) =>
        eb
          .case()
          .when(selects(step))
          .then(verbs.int(2 ** index))
          .else(verbs.int(0))
          .end(),
      ),
    )
  }
  const [first, ...rest] = steps as readonly [FunnelQuestion['steps'][number], ...FunnelQuestion['steps']]
  const cases = rest.reduce(
    (branches, step, index) => branches.when(selects(step)).then(verbs.int(index + 2)),
    eb.case().when(selects(first)).then(verbs.int(1)),
  )
  return cases.else(verbs.int(0)).end()
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
