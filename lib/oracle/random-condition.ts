import type { Comparison, Condition } from '@/lib/parts/condition'
import { isoOf } from './condition'
import type { EventSet } from './event'
import type { Random } from './random'
import { readInstant, readNumber } from './reading'
import { clockChanges, eventNames, hostileTexts, nastyKey, patterns, userAttributes, userIds, valuesByKey } from './vocabulary'

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

/** One or two conditions on what the events of a set have, nested now and then. */
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
  const part = () => {
    if (random.chance(0.25)) return random.pick(hostileTexts)
    const characters = [...text()]
    const from = random.chance(0.6) ? 0 : random.below(characters.length + 1)
    return characters.slice(from, from + 1 + random.below(2)).join('') || 'o'
  }
  const number = () => random.pick([...numbers, 1000, 31])
  const numeric = random.pick(['event.amount', 'event.amount', 'event.flag', 'event.plan'])
  const timed = random.pick(['event.at', 'event.at', 'column.event_time', 'event.plan'])
  const either = (value: string) => (random.chance(0.5) ? value : value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase())
  return random.pick<() => Comparison>([
    () => ({ property, op: random.pick(['is', 'isNot']), value: random.chance(0.9) ? text() : random.pick(hostileTexts) }),
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
    () => ({ property: timed, op: random.pick(['before', 'after']), value: randomTime(random, set) }),
    () => ({ property: random.pick([property, 'event.plan', 'event.at']), op: random.pick(['isSet', 'isNotSet']) }),
  ])()
}

/** Letters whose lower case is the same to every engine: those of ASCII and é. */
const asciiCase = (text: string, change: (text: string) => string) => (/^[\x20-\x7eéÉ]*$/.test(text) ? change(text) : text)

/** A bound that values may be equal to, or the very change of the clock that a value may be read on either side of. */
function randomTime(random: Random, set: EventSet): string {
  const changes = Object.entries(clockChanges).flatMap(([zone, changes]) => (zone === set.timezone ? changes : []))
  return random.pick([
    () => random.pick(timesOfDay),
    () => isoOf(random.pick(set.events).micros),
    ...(changes.length === 0 ? [] : [() => random.pick(changes).change, () => random.pick(random.pick(changes).texts)]),
  ])()
}

const timesOfDay = (valuesByKey.at as readonly string[]).filter(text => readInstant(text, 'UTC') !== null)
const numbers = (valuesByKey.amount as readonly string[]).map(readNumber).filter(number => number !== null)
