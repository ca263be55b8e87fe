import type { EventSet, OracleEvent } from './event'
import { readInstant } from './reading'

/** An event written down in a test: who did what at which UTC time, `"2026-10-01 10:00"`. */
export function did(userId: string | null, eventType: string, time: string, properties: Record<string, string | null> = {}): OracleEvent {
  const micros = readInstant(time, 'UTC')
  if (micros === null) throw new Error(`“${time}” is no time.`)
  return { eventType, micros, userId, properties: new Map(Object.entries(properties)) }
}

export function handmadeSet(
  events: readonly OracleEvent[],
  users: Record<string, Record<string, string | null>> = {},
  timezone = 'UTC',
): EventSet {
  return {
    events,
    timezone,
    users: new Map(Object.entries(users).map(([user, attributes]) => [user, new Map(Object.entries(attributes))])),
  }
}
