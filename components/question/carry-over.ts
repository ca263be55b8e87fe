import type { Envelope } from '@/lib/document/envelope'
import type { KindName } from '@/lib/kinds'
import * as funnel from '@/lib/kinds/funnel/carry'
import * as retention from '@/lib/kinds/retention/carry'
import * as segmentation from '@/lib/kinds/segmentation/carry'
import type { Selection } from '@/lib/parts/selection'
import { envelopeOf } from './envelope-of'
import type { AnyDocument } from './kinds'

interface Carrier {
  selectionsOf(document: AnyDocument): readonly Selection[]
  begin(envelope: Envelope, selections: readonly Selection[]): AnyDocument
}

// Each is only ever asked about documents of its own kind.
const carriers = { segmentation, funnel, retention } as Readonly<Record<KindName, Carrier>>

/** The same question asked in another kind: events, filters, range and breakdown stay. */
export function carryOver(document: AnyDocument, kind: KindName): AnyDocument {
  if (document.kind === kind) return document
  return carriers[kind].begin(envelopeOf(document), carriers[document.kind].selectionsOf(document))
}

/** A new question about these events. */
export function beginQuestion(kind: KindName, envelope: Envelope, selections: readonly Selection[]): AnyDocument {
  return carriers[kind].begin(envelope, selections)
}
