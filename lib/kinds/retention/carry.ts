import type { Envelope } from '@/lib/document/envelope'
import { anyEvent, type Selection } from '@/lib/parts/selection'
import type { RetentionDocument } from './document'

/** The events that this question is about, for a question of another kind. */
export const selectionsOf = (document: RetentionDocument): readonly Selection[] =>
  document.return.event === anyEvent && document.return.where === undefined ? [document.start] : [document.start, document.return]

/** A question of this kind about these events: whether those who did the first come back to the second, or to anything. */
export function begin(
  envelope: Envelope,
  [start = { event: anyEvent }, returned = { event: anyEvent }]: readonly Selection[],
): RetentionDocument {
  return { kind: 'retention', ...envelope, start, return: returned, unit: 'week', periods: 8 }
}
