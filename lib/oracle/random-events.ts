import { Temporal } from 'temporal-polyfill'
import { durationOf } from './calendar'
import type { EventSet, OracleEvent } from './event'
import type { Random } from './random'
import { clockChanges, eventNames, userAttributes, userIds, valuesByKey, windows, zones } from './vocabulary'
import { windowMicros } from './window'
import { dayMicros, hourMicros, offsetAt, secondMicros, slotMicros, startOfDay } from './zone'

const nudges = [0, 0, 1, -1, secondMicros, -secondMicros]
/** All chains of an entity are listed by hand, so that nobody may have many events. */
const mostEventsOfOne = 11

/** About 60 events of a few people, crowded around the edges: ties, windows, ends of days and months, changes of the clock. */
export function randomEvents(random: Random): EventSet {
  const timezone = random.pick(Object.keys(zones))
  const pivot = Temporal.PlainDate.from(random.pick(zones[timezone] as readonly string[]))
  const reach = random.pick([2, 2, 10, 40, 120])
  const edges = edgesAround(random, timezone, pivot, reach)
  const users = random.chance(0.5) ? userIds : userIds.slice(0, 3)
  const events: OracleEvent[] = []
  for (let n = 30 + random.below(40); n > 0; n--) {
    const userId = random.chance(0.05) ? null : random.pick(users)
    const own = events.filter(event => event.userId === userId)
    if (own.length >= mostEventsOfOne) continue
    const micros = instantNear(random, edges, own.length > 0 && random.chance(0.8) ? own : events)
    events.push({ eventType: eventType(random), micros, userId, properties: propertiesOf(random, timezone) })
  }
  return { events, users: attributesOf(random), timezone }
}

function edgesAround(random: Random, zone: string, pivot: Temporal.PlainDate, reach: number): number[] {
  const days = Array.from({ length: 8 }, () => startOfDay(zone, pivot.add({ days: random.below(2 * reach + 1) - reach })))
  const units = [pivot.with({ day: 1 }), pivot.with({ day: 1 }).add(durationOf(1, 'month'))].map(day => startOfDay(zone, day))
  const start = startOfDay(zone, pivot)
  const slots = Array.from({ length: 112 }, (_, n) => start - 4 * hourMicros + n * slotMicros)
  const changes = slots.filter(slot => offsetAt(zone, slot) !== offsetAt(zone, slot - 1))
  const aroundChanges = changes.flatMap(change => [
    change,
    change,
    change - hourMicros,
    change + hourMicros,
    change - hourMicros / 2,
    change + hourMicros / 2,
  ])
  return [...days, start, start, start + dayMicros, ...aroundChanges, ...(reach > 10 ? units : [])]
}

function instantNear(random: Random, edges: readonly number[], events: readonly OracleEvent[]): number {
  if (events.length === 0 || random.chance(0.35)) return random.pick(edges) + random.pick(nudges)
  const { micros } = random.pick(events)
  if (random.chance(0.35)) return micros
  if (random.chance(0.2)) return micros + random.below(dayMicros)
  return micros + windowMicros(random.pick(windows)) * random.pick([1, 1, 1, -1]) + random.pick(nudges)
}

/** The first few names come often enough to make chains. */
const eventType = (random: Random) => eventNames[Math.min(random.below(eventNames.length), random.below(eventNames.length))] as string

function propertiesOf(random: Random, zone: string): Map<string, string | null> {
  const properties = new Map<string, string | null>()
  const changes = (clockChanges[zone] ?? []).flatMap(({ texts }) => texts)
  for (const [key, plain] of Object.entries(valuesByKey)) {
    const values = key === 'at' ? [...changes, ...plain] : plain
    // The first values come often enough to make groups.
    const value = random.chance(0.5) ? random.pick(values.slice(0, 3)) : random.pick(values)
    if (random.chance(0.75)) properties.set(key, random.chance(0.07) ? null : value)
  }
  return properties
}

function attributesOf(random: Random): Map<string, Map<string, string | null>> {
  const known = userIds.filter(() => random.chance(0.8))
  return new Map(
    known.map(user => {
      const attributes = Object.entries(userAttributes).map(
        ([name, values]) => [name, random.chance(0.2) ? null : random.pick(values)] as const,
      )
      return [user, new Map(attributes)]
    }),
  )
}
