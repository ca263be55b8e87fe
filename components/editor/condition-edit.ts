import type { ValueType } from '@/lib/catalog'
import type { Comparison, ComparisonValue, Condition } from '@/lib/parts/condition'
import { readTime } from '@/lib/parts/moment'

export type Operator = Comparison['op']

const byType: Readonly<Record<ValueType, readonly Operator[]>> = {
  text: ['is', 'isNot', 'contains', 'notContains', 'startsWith', 'endsWith', 'matches', 'notMatches', 'isSet', 'isNotSet'],
  number: ['is', 'isNot', 'gt', 'gte', 'lt', 'lte', 'between', 'isSet', 'isNotSet'],
  boolean: ['is', 'isNot', 'isSet', 'isNotSet'],
  time: ['before', 'after', 'is', 'isNot', 'isSet', 'isNotSet'],
}

const allOperators: readonly Operator[] = [...new Set([...byType.text, ...byType.number, ...byType.time])]

/** All comparisons, those that suit the type of the values first. */
export function operatorsFor(type: ValueType): readonly Operator[] {
  return [...new Set([...byType[type], ...allOperators])]
}

/** A comparison that still has to be told its value. */
export const newComparison = (property: string): Comparison => ({ property, op: 'is', value: [] })

/** The same comparison by another operator; it keeps as much of the value as the operator can use. */
export function changeOperator(comparison: Comparison, op: Operator, today: string): Comparison {
  const { property } = comparison
  const values = valuesOf(comparison)
  switch (op) {
    case 'isSet':
    case 'isNotSet':
      return { property, op }
    case 'is':
    case 'isNot':
      return { property, op, value: [...values] }
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return { property, op, value: asNumber(values[0]) }
    case 'between':
      return { property, op, value: [asNumber(values[0]), asNumber(values[1] ?? values[0])] }
    case 'before':
    case 'after':
      return { property, op, value: typeof values[0] === 'string' && readTime(values[0]) !== null ? values[0] : today }
    case 'contains':
    case 'notContains':
    case 'startsWith':
    case 'endsWith':
    case 'matches':
    case 'notMatches':
      return { property, op, value: values[0] === undefined ? '' : String(values[0]) }
    default:
      return op satisfies never
  }
}

export function valuesOf(comparison: Comparison): readonly ComparisonValue[] {
  if (!('value' in comparison)) return []
  return Array.isArray(comparison.value) ? comparison.value : [comparison.value]
}

function asNumber(value: ComparisonValue | undefined): number {
  const number = Number(value)
  return Number.isFinite(number) ? number : 0
}

/** A value as the type of its property suggests: then `1.0` is 1, and `TRUE` is true. */
export function typedValue(text: string, type: ValueType): ComparisonValue {
  if (type === 'number' && /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(text)) return Number(text)
  if (type === 'boolean' && /^(true|false)$/i.test(text.trim())) return text.trim().toLowerCase() === 'true'
  return text
}

export type GroupForm = 'any' | 'all' | 'none' | 'notAll'

export interface ConditionGroup {
  readonly form: GroupForm
  readonly members: readonly Condition[]
  /** Where the members stand below the condition, as paths write it. */
  readonly path: string
}

/** A condition that holds others, in the words of the form; null for a comparison. */
export function groupOf(condition: Condition): ConditionGroup | null {
  if ('any' in condition) return { form: 'any', members: condition.any, path: '.any' }
  if ('all' in condition) return { form: 'all', members: condition.all, path: '.all' }
  if (!('not' in condition)) return null
  const { not } = condition
  if ('any' in not) return { form: 'none', members: not.any, path: '.not.any' }
  if ('all' in not) return { form: 'notAll', members: not.all, path: '.not.all' }
  return { form: 'none', members: [not], path: '.not' }
}

export function makeGroup(form: GroupForm, members: readonly Condition[]): Condition {
  switch (form) {
    case 'any':
      return { any: members }
    case 'all':
      return { all: members }
    case 'none':
      return { not: { any: members } }
    case 'notAll':
      return { not: { all: members } }
    default:
      return form satisfies never
  }
}
