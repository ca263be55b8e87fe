import type { Dataset } from '@/lib/catalog'
import type { Row } from '@/lib/engines/engine'
import type { Frame } from '@/lib/parts/resolve-envelope'
import { type Result, succeed } from '@/lib/problems'
import type { Plan, Planner } from '@/sql'

/** A question whose names are found and whose times are worked out: what to ask of an engine, and how to read what comes back. */
export interface Prepared<Answer> {
  readonly frame: Frame
  /** What has to be asked, as a tree; no SQL text. */
  plan(planner: Planner): Plan
  answer(rows: readonly Row[]): Answer
}

/** The half of a room that turns a document into SQL and rows into an answer. It is loaded where queries run, never in the browser. */
export interface Compiler<Document, Answer> {
  /** Reports all problems at once, each with its place. `now` is the instant that the document takes as now unless it names one. */
  prepare(document: Document, dataset: Dataset, now: Date): Result<Prepared<Answer>>
}

/** Puts a room's three stations together. */
export function compilerOf<Document, Question extends Frame, Answer>(stations: {
  resolve(document: Document, dataset: Dataset, now: Date): Result<Question>
  plan(question: Question, planner: Planner): Plan
  readRows(rows: readonly Row[], question: Question): Answer
}): Compiler<Document, Answer> {
  return {
    prepare(document, dataset, now) {
      const resolved = stations.resolve(document, dataset, now)
      if (!resolved.ok) return resolved
      const question = resolved.value
      return succeed({
        frame: question,
        plan: planner => stations.plan(question, planner),
        answer: rows => stations.readRows(rows, question),
      })
    },
  }
}
