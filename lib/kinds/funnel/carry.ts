import type { Envelope } from '@/lib/document/envelope'
import type { Selection } from '@/lib/parts/selection'
import type { FunnelDocument } from './document'

/** The events that this question is about, for a question of another kind. */
export const selectionsOf = (document: FunnelDocument): readonly Selection[] => document.steps

/** A question of this kind about these events; steps that are missing wait to be chosen. */
export function begin(envelope: Envelope, selections: readonly Selection[]): FunnelDocument {
  const steps = selections.slice(0, 12)
  const missing = Math.max(0, 2 - steps.length)
  return {
    kind: 'funnel',
    ...envelope,
    steps: [...steps, ...Array.from({ length: missing }, () => ({ event: '' }))],
    window: { value: 7, unit: 'day' },
  }
}
