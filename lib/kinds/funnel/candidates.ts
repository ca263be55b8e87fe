import { textOf } from '@/lib/parts/filter-sql'
import { groupColumns } from '@/lib/parts/kept-groups'
import { scan } from '@/lib/parts/scan'
import type { Bool, Planner, Query, Relations, Sql } from '@/sql'
import { excludedAtInstant, excludedBefore, excludedThrough } from './exclusion-columns'
import type { FunnelQuestion } from './resolve'

/** The events that may take part in a chain, as the relation `candidates`, each with its position among those of its entity. */
export interface Candidates {
  readonly relations: Relations
  /** Whether a candidate matches the step, counted from 1. */
  matches(step: number): Bool
}

/** Steps that share no event are told apart by their number; else by a bit for each step. */
const stepsPerInstant = 16

export function withCandidates(question: FunnelQuestion, planner: Planner): Candidates {
  const { db, eb, verbs } = planner
  const { span, steps, exclusions, hold, breakdown, stepsOverlap } = question
  const read = scan(
    {
      dataset: question.dataset,
      where: question.where,
      selections: [...steps, ...exclusions],
      properties: [...hold, ...breakdown],
      stretches: [{ from: span.from, to: Math.min(span.to + question.window, question.asOf + 1) }],
    },
    planner,
  )
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
  const position = positionOf(question, groups, held, planner)
  const counts = exclusions.flatMap((_, index) => [excludedBefore(index), excludedThrough(index), excludedAtInstant(index)])
  const candidates = db
    .selectFrom(source)
    .select(['entity', 'at', 'steps', ...groups, ...held, ...counts, position.as('position')])
    .where(takesPart)
  return {
    relations: relations.with(
      relation => relation('candidates').materialized(),
      () => candidates,
    ),
    matches: step =>
      stepsOverlap ? eb(verbs.bit(eb.ref('steps'), verbs.int(step - 1)), '=', verbs.int(1)) : eb(eb.ref('steps'), '=', verbs.int(step)),
  }
}

/**
 * By time, then steps, then texts. Where an event can be a later or an earlier one of several at its instant, they are numbered. What the
 * order leaves open is settled so that no answer depends on how events are stored: excluded events come last, then held texts decide.
 */
function positionOf(
  { stepsOverlap, exclusions }: FunnelQuestion,
  groups: readonly string[],
  held: readonly string[],
  { eb, verbs }: Planner,
): Sql {
  if (!stepsOverlap && groups.length === 0 && exclusions.length === 0 && held.length === 0) {
    return verbs.add(verbs.multiply(eb.ref('at'), verbs.int(stepsPerInstant)), eb.ref('steps'))
  }
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
