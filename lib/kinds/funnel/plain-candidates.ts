import type { EventFilter } from '@/lib/parts/resolve-selection'
import { isType } from '@/lib/parts/scan'
import type { Planner } from '@/sql'
import { type Candidates, scanOf, stepsMatched } from './candidate-scan'
import type { FunnelQuestion } from './resolve'

/** Candidates of which each belongs to one step, and which time and step order: each step can read its own rows of the table. */
export function plainCandidates(question: FunnelQuestion, planner: Planner): Candidates {
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
