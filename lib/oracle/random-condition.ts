import type { Comparison, Condition } from '@/lib/parts/condition'
import { isoOf } from './condition'
import type { EventSet } from './event'
import type { Random } from './random'
import { eventNames, nastyKey, patterns, userAttributes, userIds, valuesByKey } from './vocabulary'

const textProperties: Readonly<Record<string, readonly string[]>> = {
  'event.plan': valuesByKey.plan as readonly string[],
  'event.flag': valuesByKey.flag as readonly string[],
  [`event.${nastyKey}`]: valuesByKey[nastyKey] as readonly string[],
  'event.amount': valuesByKey.amount as readonly string[],
  'column.event_type': eventNames,
  'column.user_id': userIds,
  ...Object.fromEntries(Object.entries(userAttributes).map(([name, values]) => [`user.${name}`, values])),
}

/** Properties to break down by. */
export const breakdownProperties = Object.keys(textProperties)

export function randomConditions(random: Random, set: EventSet): Condition[] {
  return Array.from({ length: random.chance(0.8) ? 1 : 2 }, () => randomCondition(random, set, 2))
}

function randomCondition(random: Random, set: EventSet, depth: number): Condition {
  if (depth === 0 || random.chance(0.65)) return randomComparison(random, set)
  const nested = () => Array.from({ length: 1 + random.below(3) }, () => randomCondition(random, set, depth - 1))
  return random.pick([() => ({ any: nested() }), () => ({ all: nested() }), () => ({ not: randomCondition(random, set, depth - 1) })])()
}

function randomComparison(random: Random, set: EventSet): Comparison {
  const property = random.pick(Object.keys(textProperties))
  const text = () => random.pick(textProperties[property] as readonly string[])
  const part = () => [...text()].slice(0, 1 + random.below(2)).join('') || 'o'
  const number = () => random.pick([0, 1, 2, 2.5, -3, 0.25, 10, 12, 1000, 31])
  const numeric = random.pick(['event.amount', 'event.amount', 'event.flag', 'event.plan'])
  const timed = random.pick(['event.at', 'event.at', 'column.event_time', 'event.plan'])
  const either = (value: string) => (random.chance(0.5) ? value : value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase())
  return random.pick<() => Comparison>([
    () => ({ property, op: random.pick(['is', 'isNot']), value: text() }),
    () => ({ property, op: random.pick(['is', 'isNot']), value: [text(), text()] }),
    () => ({
      property: 'event.amount',
      op: random.pick(['is', 'isNot']),
      value: random.pick([number(), [number(), text()], [number(), number()]]),
    }),
    () => ({ property: 'event.flag', op: random.pick(['is', 'isNot']), value: random.pick([true, false, [true, '1'], [false, 1]]) }),
    () => ({ property, op: random.pick(['contains', 'notContains']), value: asciiCase(part(), either) }),
    () => ({ property, op: random.pick(['startsWith', 'endsWith']), value: random.pick([part(), text(), '']) }),
    () => ({ property, op: random.pick(['matches', 'notMatches']), value: random.pick(patterns) }),
    () => ({ property: numeric, op: random.pick(['gt', 'gte', 'lt', 'lte']), value: number() }),
    () => ({ property: numeric, op: 'between', value: [number(), number()] }),
    () => ({ property: timed, op: random.pick(['before', 'after']), value: randomTime(random, set) }),
    () => ({ property: random.pick([property, 'event.at']), op: random.pick(['isSet', 'isNotSet']) }),
  ])()
}

/** Letters whose lower case is the same to every engine: those of ASCII and é. */
const asciiCase = (text: string, change: (text: string) => string) => (/^[\x20-\x7eéÉ]*$/.test(text) ? change(text) : text)

function randomTime(random: Random, set: EventSet): string {
  if (set.events.length > 0 && random.chance(0.5)) return isoOf(random.pick(set.events).micros)
  return random.pick([
    '2026-10-25',
    '2026-10-25T02:30',
    '2026-10-25 02:30:00.000001',
    '2026-10-25T00:30:00Z',
    '2024-02-29',
    '2026-03-29 02:30',
    '2026-11-01T01:30-05:00',
  ])
}
