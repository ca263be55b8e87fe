import type { ComponentType } from 'react'
import type * as z from 'zod'
import type { ChartSpec } from '@/lib/chart'
import type { Envelope } from '@/lib/document/envelope'
import type { Selection } from '@/lib/parts/selection'
import type { Compiler } from './compiler'

export interface EditorProps<Document> {
  readonly document: Document
  readonly onChange: (document: Document) => void
}

/** A kind of analysis, in the order in which a question passes through it. */
export interface Kind<Name extends string, Document, Answer> {
  readonly name: Name
  /** What people call it. */
  readonly title: string
  readonly document: z.ZodType<Document>
  /** A question of this kind about these events: what stays when the kind is changed. */
  begin(envelope: Envelope, selections: readonly Selection[]): Document
  /** The events that a question is about. */
  selectionsOf(document: Document): readonly Selection[]
  readonly loadEditor: () => Promise<ComponentType<EditorProps<Document>>>
  readonly loadCompiler: () => Promise<Compiler<Document, Answer>>
  chart(answer: Answer, document: Document): ChartSpec
}
