import type { Range } from '@/lib/parts/range'
import { calendarUnits } from '@/lib/parts/range'
import type { Selection } from '@/lib/parts/selection'
import { isoOf } from './condition'
import type { AnyDocument, EventSet } from './event'
import type { Random } from './random'
import { breakdownProperties, randomConditions } from './random-condition'
import { readInstant } from './reading'
import { within } from './select'
import { spanOf } from './span'
import { clockChanges, eventNames, zones } from './vocabulary'
import { dateAt, dayMicros, hourMicros, secondMicros, startOfDay } from './zone'

type Envelope = Pick<AnyDocument, 'range' | 'asOf' | 'timezone' | 'weekStart' | 'where' | 'breakdown' | 'breakdownLimit'>

/** What every kind shares, drawn so that the range holds some time and at most `mostDays` days. */
export function randomEnvelope(random: Random, set: EventSet, mostDays: number): Envelope {
  for (;;) {
    const timezone = random.chance(0.7) ? undefined : random.pick(Object.keys(zones))
    const zone = timezone ?? set.timezone
    const changes = clockChanges[zone] ?? []
    const isAtChange = changes.length > 0 && random.chance(0.07)
    const asOf = isAtChange ? justAfter(random, random.pick(changes).change) : randomAsOf(random, set, zone)
    const envelope: Envelope = {
      range: isAtChange ? { last: 1 + random.below(4), unit: 'hour' } : randomRange(random, set, zone),
      asOf: isoOf(asOf),
      ...(timezone !== undefined && { timezone }),
      ...(random.chance(0.3) && { weekStart: random.pick(['monday', 'sunday']) }),
      ...(random.chance(0.25) && { where: randomConditions(random, set) }),
      ...(random.chance(0.45) && { breakdown: random.some(breakdownProperties, random.pick([1, 1, 2, 3])) }),
      ...(random.chance(0.5) && { breakdownLimit: 1 + random.below(3) }),
    }
    const span = spanOf(
      { ...envelope, kind: 'retention', start: { event: '*' }, return: { event: '*' }, unit: 'day', periods: 1 },
      set.timezone,
    )
    const isEmpty = !set.events.some(event => within(event, span))
    if (isEmpty && random.chance(0.95)) continue
    if (span.end > span.start && span.end - span.start <= mostDays * dayMicros) return envelope
  }
}

/** Mostly late enough to see everything, else at the very edge of an event or a day. */
function randomAsOf(random: Random, set: EventSet, zone: string): number {
  const { micros } = random.pick(set.events)
  const last = Math.max(...set.events.map(event => event.micros))
  const nudge = random.pick([0, 1, -1, secondMicros])
  if (random.chance(0.5)) return last + random.pick([0, 1, dayMicros, 40 * dayMicros])
  if (random.chance(0.3)) return micros + random.below(6) * hourMicros
  if (random.chance(0.6)) return micros + nudge
  return startOfDay(zone, dateAt(zone, micros).add({ days: random.below(3) })) + nudge
}

/** In the hours around a change of the clock, where hours are cut short or come twice. */
function justAfter(random: Random, change: string): number {
  return (readInstant(change, 'UTC') as number) + random.below(5) * (hourMicros / 2) + random.pick([0, -1, -secondMicros])
}

function randomRange(random: Random, set: EventSet, zone: string): Range {
  if (random.chance(0.35)) return { last: 1 + random.below(random.pick([2, 5, 30])), unit: random.pick(['hour', ...calendarUnits]) }
  const dates = set.events.map(({ micros }) => dateAt(zone, micros))
  // Either all events or those between two of them, give or take a day.
  const ends = random.chance(0.4)
    ? dates
    : [random.pick(dates), random.pick(dates)].map(date => date.add({ days: random.pick([0, 0, 0, 1, -1]) }))
  const inOrder = ends.map(date => date.toString()).sort()
  const [from, to] = [inOrder[0] as string, inOrder[inOrder.length - 1] as string]
  return { from, to }
}

/** Whose events: mostly one type of the frequent ones. */
export function randomSelection(random: Random, set: EventSet): Selection {
  const event = random.pick([
    () => random.pick(eventNames.slice(0, 3)),
    () => random.pick(eventNames.slice(0, 3)),
    () => random.pick(eventNames),
    () => random.some(eventNames, 3),
    () => '*',
  ])()
  return {
    event,
    ...(random.chance(0.3) && { where: randomConditions(random, set) }),
    ...(random.chance(0.05) && { label: 'Label “1”' }),
  }
}
