import type { Comparison, ComparisonValue, Condition } from '@/lib/parts/condition'
import type { CountedEvent, OracleEvent, Users } from './event'
import { readInstant, readNumber } from './reading'

/** What a condition is asked in: people's attributes, and the zone that texts without an offset are read in. */
export interface Surroundings {
  readonly users: Users
  readonly zone: string
}

/** The text of a property of an event, or null where it is missing. "Everything after the first dot is the name, verbatim." */
export function textOf(event: OracleEvent, property: string, users: Users): string | null {
  const dot = property.indexOf('.')
  const [scope, name] = [property.slice(0, dot), property.slice(dot + 1)]
  if (scope === 'event') return event.properties.get(name) ?? null
  if (scope === 'user') return event.userId === null ? null : (users.get(event.userId)?.get(name) ?? null)
  if (property === 'column.event_type') return event.eventType
  if (property === 'column.user_id') return event.userId
  if (property === 'column.event_time') return isoOf(event.micros)
  throw new Error(`Counting by hand does not know the property ${property}.`)
}

/** An instant as ISO text with microseconds. */
export function isoOf(micros: number): string {
  const millis = Math.floor(micros / 1000)
  return new Date(millis).toISOString().replace('Z', `${String(micros - millis * 1000).padStart(3, '0')}Z`)
}

/** Whether all conditions of a list hold. Each either holds or does not: a missing value never makes a third case. */
export function allHold(conditions: readonly Condition[] | undefined, event: CountedEvent, around: Surroundings): boolean {
  return (conditions ?? []).every(condition => holds(condition, event, around))
}

function holds(condition: Condition, event: CountedEvent, around: Surroundings): boolean {
  if ('any' in condition) return condition.any.some(each => holds(each, event, around))
  if ('all' in condition) return condition.all.every(each => holds(each, event, around))
  if ('not' in condition) return !holds(condition.not, event, around)
  return compares(condition, textOf(event, condition.property, around.users), around.zone)
}

function compares(condition: Comparison, text: string | null, zone: string): boolean {
  const compare = <T>(left: T | null, test: (left: T) => boolean) => left !== null && test(left)
  const number = () => readNumber(text)
  switch (condition.op) {
    case 'is':
      return listOf(condition.value).some(value => equals(text, value))
    case 'isNot':
      return !listOf(condition.value).some(value => equals(text, value))
    case 'contains':
      return compare(text, it => it.toLowerCase().includes(condition.value.toLowerCase()))
    case 'notContains':
      return !compare(text, it => it.toLowerCase().includes(condition.value.toLowerCase()))
    case 'startsWith':
      return compare(text, it => it.startsWith(condition.value))
    case 'endsWith':
      return compare(text, it => it.endsWith(condition.value))
    case 'matches':
      return compare(text, it => new RegExp(condition.value, 'u').test(it))
    case 'notMatches':
      return !compare(text, it => new RegExp(condition.value, 'u').test(it))
    case 'gt':
      return compare(number(), it => it > condition.value)
    case 'gte':
      return compare(number(), it => it >= condition.value)
    case 'lt':
      return compare(number(), it => it < condition.value)
    case 'lte':
      return compare(number(), it => it <= condition.value)
    case 'between':
      return compare(number(), it => it >= condition.value[0] && it <= condition.value[1])
    case 'before':
      return compare(readInstant(text, zone), it => it < bound(condition.value, zone))
    case 'after':
      return compare(readInstant(text, zone), it => it >= bound(condition.value, zone))
    case 'isSet':
      return text !== null
    case 'isNotSet':
      return text === null
  }
}

const listOf = (value: ComparisonValue | readonly ComparisonValue[]): readonly ComparisonValue[] =>
  Array.isArray(value) ? value : [value as ComparisonValue]

/** "A JSON string compares as text, a number as a number, a boolean with the texts `true` and `false`, in any letter case." */
function equals(text: string | null, value: ComparisonValue): boolean {
  if (text === null) return false
  if (typeof value === 'string') return text === value
  if (typeof value === 'number') return readNumber(text) === value
  return text.toLowerCase() === String(value)
}

function bound(value: string, zone: string): number {
  const instant = readInstant(value, zone)
  if (instant === null) throw new Error(`“${value}” is no time.`)
  return instant
}
