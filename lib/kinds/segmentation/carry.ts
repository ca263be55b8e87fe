import type { Envelope } from '@/lib/document/envelope'
import type { Selection } from '@/lib/parts/selection'
import type { SegmentationDocument } from './document'

/** The events that this question is about, for a question of another kind. */
export function selectionsOf(document: SegmentationDocument): readonly Selection[] {
  return document.series.map(({ event = '*', where, label }) => ({ event, ...(where && { where }), ...(label !== undefined && { label }) }))
}

/** A question of this kind about these events. */
export function begin(envelope: Envelope, selections: readonly Selection[]): SegmentationDocument {
  return {
    kind: 'segmentation',
    ...envelope,
    interval: 'day',
    series: selections.slice(0, 12).map(selection => ({ ...selection, measure: 'entities' })),
  }
}
