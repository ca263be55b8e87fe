import type { Envelope } from '@/lib/document/envelope'
import { type KindName, kinds } from '@/lib/kinds'
import type { Selection } from '@/lib/parts/selection'
import { envelopeOf } from './envelope-of'
import type { AnyDocument } from './kinds'

/** The same question asked in another kind: events, filters, range and breakdown stay. */
export function carryOver(document: AnyDocument, kind: KindName): AnyDocument {
  if (document.kind === kind) return document
  // A kind is only ever asked about documents of its own.
  const selectionsOf = kinds[document.kind].selectionsOf as (document: AnyDocument) => readonly Selection[]
  return beginQuestion(kind, envelopeOf(document), selectionsOf(document))
}

/** A new question about these events. */
export function beginQuestion(kind: KindName, envelope: Envelope, selections: readonly Selection[]): AnyDocument {
  return kinds[kind].begin(envelope, selections)
}
