import type { Comparison, Condition } from '@/lib/parts/condition'
import { splitProperty } from '@/lib/parts/property'
import type { Range } from '@/lib/parts/range'
import { type Selection, selectionLabel } from '@/lib/parts/selection'

/** The parts of a question as people say them; what follows a sentence begins with its own comma. */
export function selectionInWords(selection: Selection): string {
  const where = (selection.where ?? []).map(conditionInWords)
  return where.length === 0 ? selectionLabel(selection) : `${selectionLabel(selection)} where ${where.join(' and ')}`
}

/** The range of a question as part of a sentence: `last 30 days`, `2026-10-01 to 2026-10-31`. */
export function rangeInWords(range: Range): string {
  if ('from' in range) return range.from === range.to ? `on ${range.from}` : `${range.from} to ${range.to}`
  return range.last === 1 ? currentUnits[range.unit] : `last ${range.last} ${range.unit}s`
}

const currentUnits = {
  hour: 'this hour',
  day: 'today',
  week: 'this week',
  month: 'this month',
  quarter: 'this quarter',
  year: 'this year',
} as const

/** The breakdown as the end of a sentence, with its comma; empty without one. */
export function breakdownInWords(breakdown: readonly string[] | undefined): string {
  return breakdown === undefined ? '' : `, split by ${breakdown.map(property => splitProperty(property).name).join(' and ')}`
}

/** The conditions as the end of a sentence, with its comma; empty without any. */
export function whereInWords(where: readonly Condition[] | undefined): string {
  return where === undefined || where.length === 0 ? '' : `, only where ${where.map(conditionInWords).join(' and ')}`
}

function conditionInWords(condition: Condition): string {
  if ('any' in condition) return `(${condition.any.map(conditionInWords).join(' or ')})`
  if ('all' in condition) return `(${condition.all.map(conditionInWords).join(' and ')})`
  if ('not' in condition) return `not ${conditionInWords(condition.not)}`
  const { name } = splitProperty(condition.property)
  const value = 'value' in condition ? valueInWords(condition.value) : ''
  return [name, operatorNames[condition.op], value].filter(Boolean).join(' ')
}

function valueInWords(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(' or ') : String(value)
}

/** What each comparison is called. */
export const operatorNames = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  notContains: 'does not contain',
  startsWith: 'starts with',
  endsWith: 'ends with',
  matches: 'matches',
  notMatches: 'does not match',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  between: 'is between',
  before: 'is before',
  after: 'is at or after',
  isSet: 'is set',
  isNotSet: 'is not set',
} as const satisfies Record<Comparison['op'], string>
