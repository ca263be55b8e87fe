import * as z from 'zod'
import { conditionsSchema } from './condition'

const eventName = z.string('Use the name of an event, a list of names, or "*" for any event.').min(1, 'Give the name of an event.')

export const selectionFields = {
  event: z.union([eventName, z.array(eventName).min(1, 'Give at least one event.')], 'Use the name of an event, a list of names, or "*".'),
  where: conditionsSchema.optional(),
  label: z.string().optional(),
}

/** Which events: one type, any of several, or `"*"` for all, with conditions of their own. */
export const selectionSchema = z.strictObject(selectionFields)

export type Selection = z.infer<typeof selectionSchema>

export const anyEvent = '*'

/** The event types named, or null for any. */
export function namedEvents(event: Selection['event']): readonly string[] | null {
  if (event === anyEvent) return null
  return typeof event === 'string' ? [event] : event
}

/** The name a selection is shown by: its own label, else its events. */
export function selectionLabel(selection: Pick<Selection, 'event' | 'label'>): string {
  if (selection.label !== undefined) return selection.label
  const events = namedEvents(selection.event)
  return events === null ? 'Any event' : events.join(', ')
}
