import type { Condition } from '@/lib/parts/condition'
import { allHold, type Surroundings } from './condition'
import type { AnyDocument, CountedEvent, EventSet } from './event'
import type { Span } from './span'

export interface EventChoice {
  readonly event?: string | readonly string[] | undefined
  readonly where?: readonly Condition[] | undefined
  readonly label?: string | undefined
}

/**
 * The events that exist for a query: "events that fail the top-level `where`, and events without an entity, do not exist for the query",
 * and neither does "an event later than asOf".
 */
export function existingEvents(set: EventSet, document: AnyDocument, span: Span): CountedEvent[] {
  const around = { users: set.users, zone: span.zone }
  return set.events
    .filter((event): event is CountedEvent => event.userId !== null)
    .filter(event => event.micros <= span.asOf && allHold(document.where, event, around))
}

/** Whether an event is one that a series, step, start or return names, and satisfies its conditions. */
export function chosenBy(choice: EventChoice, event: CountedEvent, around: Surroundings): boolean {
  if (choice.event === undefined) throw new Error('Counting by hand needs a series with an event.')
  const named =
    choice.event === '*' || choice.event === event.eventType || (Array.isArray(choice.event) && choice.event.includes(event.eventType))
  return named && allHold(choice.where, event, around)
}

export function labelOf({ event, label }: EventChoice): string {
  if (label !== undefined) return label
  if (event === '*') return 'Any event'
  return typeof event === 'string' ? event : (event ?? []).join(', ')
}

/** Whether an event lies in a stretch of time: its start belongs to it, its end does not. */
export const within = ({ micros }: { readonly micros: number }, stretch: { readonly start: number; readonly end: number }) =>
  micros >= stretch.start && micros < stretch.end
