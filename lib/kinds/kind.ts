import type { ComponentType } from 'react'
import type * as z from 'zod'
import type { Dataset } from '@/lib/catalog'
import type { ChartSpec } from '@/lib/chart'
import type { Row } from '@/lib/engines/engine'
import type { Result } from '@/lib/problems'
import type { Plan, Planner } from '@/sql/plan'

/** The half of a room that turns a document into SQL and rows into an answer. It is loaded where queries run, never in the browser. */
export interface Compiler<Document, Question, Answer> {
  /** Names become things of the dataset, times become instants. Reports all problems at once, each with its place. */
  resolve(document: Document, dataset: Dataset, now: Date): Result<Question>
  /** What has to be asked of the engine, as a tree; no SQL text. */
  plan(question: Question, planner: Planner): Plan
  answer(rows: readonly Row[], question: Question): Answer
}

export interface EditorProps<Document> {
  readonly document: Document
  readonly onChange: (document: Document) => void
}

/** A kind of analysis, in the order in which a question passes through it. */
export interface Kind<Name extends string, Document, Answer> {
  readonly name: Name
  readonly title: string
  readonly document: z.ZodType<Document>
  readonly loadCompiler: () => Promise<Compiler<Document, unknown, Answer>>
  chart(answer: Answer, document: Document): ChartSpec
  readonly loadEditor: () => Promise<ComponentType<EditorProps<Document>>>
}
