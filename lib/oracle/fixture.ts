import type { AnyDocument, EventSet, OracleEvent } from './event'

/** A case as JSON: events, people and a document, small enough to read. */
export interface Fixture {
  readonly timezone: string
  readonly document: AnyDocument
  readonly users: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly events: readonly {
    readonly eventType: string
    readonly micros: number
    readonly userId: string | null
    readonly properties: Readonly<Record<string, string | null>>
  }[]
}

/** A case as JSON that `fromFixture` reads: what a difference prints, and a regression keeps. */
export function toFixture(set: EventSet, document: AnyDocument): Fixture {
  const record = (map: OracleEvent['properties']) => Object.fromEntries(map)
  return {
    timezone: set.timezone,
    document,
    users: Object.fromEntries([...set.users].map(([user, attributes]) => [user, record(attributes)])),
    events: set.events.map(event => ({ ...event, properties: record(event.properties) })),
  }
}

export function fromFixture(fixture: Fixture): EventSet {
  return {
    timezone: fixture.timezone,
    users: new Map(Object.entries(fixture.users).map(([user, attributes]) => [user, new Map(Object.entries(attributes))])),
    events: fixture.events.map(event => ({ ...event, properties: new Map(Object.entries(event.properties)) })),
  }
}
