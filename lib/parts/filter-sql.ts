import type { Bool, Planner, Sql } from '@/sql'
import type { ComparisonValue } from './condition'
import type { Filter, Test, TimeBound } from './resolve-condition'
import type { Property } from './resolve-property'

/** How a property's value is read where the filter is applied. */
export type Read = (property: Property) => Sql

/** All filters hold. Never NULL where it matters: a NULL counts as not holding, and opposites are taken of a definite answer. */
export function filtersSql(filters: readonly Filter[], read: Read, planner: Planner): Bool | null {
  return filters.length === 0 ? null : planner.eb.and(filters.map(filter => filterSql(filter, read, planner)))
}

function filterSql(filter: Filter, read: Read, planner: Planner): Bool {
  const { eb } = planner
  switch (filter.is) {
    case 'any':
      return eb.or(filter.of.map(inner => filterSql(inner, read, planner)))
    case 'all':
      return eb.and(filter.of.map(inner => filterSql(inner, read, planner)))
    case 'not':
      return eb.not(eb.fn.coalesce(eb.parens(filterSql(filter.of, read, planner)), eb.lit(false)))
    case 'test':
      return testSql(filter.test, filter.property, read(filter.property), planner)
    default:
      return filter satisfies never
  }
}

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

function testSql(test: Test, property: Property, value: Sql, planner: Planner): Bool {
  const { eb, verbs } = planner
  const text = () => textOf(property, value, planner)
  const number = () => numberOf(property, value, planner)
  switch (test.test) {
    case 'is':
      return isSql(test.values, property, value, planner)
    case 'contains':
      return verbs.contains(verbs.lower(text()), verbs.lower(eb.val(test.text)))
    case 'startsWith':
      return verbs.startsWith(text(), test.text)
    case 'endsWith':
      return verbs.endsWith(text(), test.text)
    case 'matches':
      return verbs.matches(text(), test.text)
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return eb(number(), operators[test.test], verbs.double(test.number))
    case 'between':
      return eb.and([eb(number(), '>=', verbs.double(test.low)), eb(number(), '<=', verbs.double(test.high))])
    case 'before':
      return eb(timeOf(property, value, test.time, planner), '<', verbs.int(test.time.instant))
    case 'after':
      return eb(timeOf(property, value, test.time, planner), '>=', verbs.int(test.time.instant))
    case 'isSet':
      return eb(value, 'is not', null)
    default:
      return test satisfies never
  }
}

/** Texts compare as texts, numbers as numbers, booleans with `true` and `false` in any letter case. */
function isSql(values: readonly ComparisonValue[], property: Property, value: Sql, planner: Planner): Bool {
  const { eb, verbs } = planner
  const texts = values.filter(wanted => typeof wanted === 'string')
  const numbers = values.filter(wanted => typeof wanted === 'number')
  const booleans = values.filter(wanted => typeof wanted === 'boolean')
  const alternatives: Bool[] = []
  if (texts.length > 0) alternatives.push(verbs.isAnyOf(textOf(property, value, planner), texts))
  for (const number of numbers) alternatives.push(eb(numberOf(property, value, planner), '=', verbs.double(number)))
  if (booleans.length > 0) alternatives.push(verbs.isAnyOf(verbs.lower(textOf(property, value, planner)), booleans.map(String)))
  return eb.or(alternatives)
}

/** A property's value as the text that conditions of texts compare. */
export function textOf(property: Property, value: Sql, { verbs }: Planner): Sql {
  return property.type === 'text' ? value : verbs.asText(value)
}

/** A property's value as a number; NULL where its text reads as none, by the rule that all engines share. */
export function numberOf(property: Property, value: Sql, planner: Planner): Sql<number | null> {
  const { verbs } = planner
  return property.type === 'number' ? verbs.asDouble(value) : verbs.readNumber(textOf(property, value, planner))
}

/** The instant a value names, in microseconds; NULL where it names none. */
function timeOf(property: Property, value: Sql, { segments }: TimeBound, planner: Planner): Sql {
  const { eb, verbs } = planner
  if (property.type === 'timestamp') return verbs.micros(value)
  const wall = property.type === 'date' ? verbs.dateMicros(value) : verbs.readWallMicros(textOf(property, value, planner))
  const offset = zoneOffset(wall, segments, planner)
  if (property.type === 'date') return verbs.subtract(wall, offset)
  return verbs.subtract(wall, eb.fn.coalesce(verbs.readOffsetMicros(value), offset))
}

/**
 * The offset at a wall-clock time. A time that the clock shows twice is the earlier one, one that it skips is read with the offset before
 * the change: so a change at T from a to b divides wall-clock times at T + max(a, b).
 */
function zoneOffset(wall: Sql, segments: TimeBound['segments'], { eb, verbs }: Planner): Sql<number> {
  const last = segments.at(-1) as TimeBound['segments'][number]
  return segments.slice(0, -1).reduceRight<Sql<number>>((later, segment, index) => {
    const next = segments[index + 1] as TimeBound['segments'][number]
    const change = (segment.until as number) + Math.max(segment.offset, next.offset)
    return eb
      .case()
      .when(eb(wall, '<', verbs.int(change)))
      .then(verbs.int(segment.offset))
      .else(later)
      .end()
  }, verbs.int(last.offset))
}
