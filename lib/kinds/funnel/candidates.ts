import type { Planner } from '@/sql'
import type { Candidates } from './candidate-scan'
import { numberedCandidates } from './numbered-candidates'
import { plainCandidates } from './plain-candidates'
import type { FunnelQuestion } from './resolve'

/**
 * Where time and step alone order the events, an event's step is known by its type, and each step reads its own rows of the table.
 * Else the events are read once, and numbered.
 */
export function withCandidates(question: FunnelQuestion, planner: Planner): Candidates {
  const { stepsOverlap, exclusions, hold, breakdown } = question
  const isPlain = !stepsOverlap && exclusions.length === 0 && hold.length === 0 && breakdown.length === 0
  return isPlain ? plainCandidates(question, planner) : numberedCandidates(question, planner)
}
