import type { EventFilter } from '@/lib/parts/resolve-selection'
import { type Scan, scan } from '@/lib/parts/scan'
import type { Bool, ChainOrder, Planner, Relations, Sql } from '@/sql'
import type { FunnelQuestion } from './resolve'

/** The events that may take part in a chain, as the relation `candidates`. */
export interface Candidates {
  readonly relations: Relations
  /** What orders the candidates of an entity. */
  readonly position: ChainOrder
  /** Whether a candidate matches the step, counted from 1. */
  matches(step: number): Bool
}

/** The one read of the events that steps and exclusions need, later steps up to the end of the window. */
export function scanOf({ dataset, where, steps, exclusions, hold, breakdown, span, window, asOf }: FunnelQuestion, planner: Planner): Scan {
  const stretch = { from: span.from, to: Math.min(span.to + window, asOf + 1) }
  return scan({ dataset, where, selections: [...steps, ...exclusions], properties: [...hold, ...breakdown], stretches: [stretch] }, planner)
}

/** The steps that an event matches: as a bit mask, step 1 lowest, or where there can be one only, its number; 0 for none. */
export function stepsMatched({ steps, stepsOverlap }: FunnelQuestion, selects: (step: EventFilter) => Bool, planner: Planner): Sql {
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
  const [first, ...rest] = steps as readonly [EventFilter, ...EventFilter[]]
  const cases = rest.reduce(
    (branches, step, index) => branches.when(selects(step)).then(verbs.int(index + 2)),
    eb.case().when(selects(first)).then(verbs.int(1)),
  )
  return cases.else(verbs.int(0)).end()
}
