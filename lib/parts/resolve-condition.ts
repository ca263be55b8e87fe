import type { Dataset } from '@/lib/catalog'
import { type Path, type Problem, problem } from '@/lib/problems'
import type { Comparison, ComparisonValue, Condition } from './condition'
import { patternError } from './pattern'
import { type Property, resolveProperty } from './resolve-property'
import { instantOf, type ZoneSegment, zoneSegments } from './zone'

const dayMicros = 86_400_000_000

/** A time that property values are compared with. */
export interface TimeBound {
  /** In microseconds: in the year 9999 more than a double holds exactly. */
  readonly instant: bigint
  /** How texts without an offset near the instant are read; farther away the exact offset makes no difference. */
  readonly segments: readonly ZoneSegment[]
}

/** What a comparison asks of a value, whatever the property's type; each op's opposite is a `not`. */
export type Test =
  | { readonly test: 'is'; readonly values: readonly ComparisonValue[] }
  | { readonly test: 'contains' | 'startsWith' | 'endsWith' | 'matches'; readonly text: string }
  | { readonly test: 'gt' | 'gte' | 'lt' | 'lte'; readonly number: number }
  | { readonly test: 'between'; readonly low: number; readonly high: number }
  | { readonly test: 'before' | 'after'; readonly time: TimeBound }
  | { readonly test: 'isSet' }

/** A condition whose properties are found, with opposites spelt as `not`. */
export type Filter =
  | { readonly is: 'test'; readonly property: Property; readonly test: Test }
  | { readonly is: 'any' | 'all'; readonly of: readonly Filter[] }
  | { readonly is: 'not'; readonly of: Filter }

export interface FilterContext {
  readonly dataset: Dataset
  readonly timezone: string
  readonly problems: Problem[]
}

/** Finds the properties of conditions; what is wrong goes into the context's problems, and that condition is left out. */
export function resolveConditions(conditions: readonly Condition[], path: Path, context: FilterContext): readonly Filter[] {
  return conditions.flatMap((condition, index) => resolveCondition(condition, [...path, index], context) ?? [])
}

function resolveCondition(condition: Condition, path: Path, context: FilterContext): Filter | null {
  if ('any' in condition) return { is: 'any', of: resolveConditions(condition.any, [...path, 'any'], context) }
  if ('all' in condition) return { is: 'all', of: resolveConditions(condition.all, [...path, 'all'], context) }
  if ('not' in condition) {
    const negated = resolveCondition(condition.not, [...path, 'not'], context)
    return negated === null ? null : { is: 'not', of: negated }
  }
  return resolveComparison(condition, path, context)
}

function resolveComparison(comparison: Comparison, path: Path, context: FilterContext): Filter | null {
  const property = resolveProperty(comparison.property, context.dataset, [...path, 'property'], context.problems)
  const holds = (test: Test): Filter | null => (property === null ? null : { is: 'test', property, test })
  const fails = (test: Test): Filter | null => (property === null ? null : { is: 'not', of: { is: 'test', property, test } })
  switch (comparison.op) {
    case 'is':
      return holds({ test: 'is', values: listOf(comparison.value) })
    case 'isNot':
      return fails({ test: 'is', values: listOf(comparison.value) })
    case 'contains':
      return holds({ test: 'contains', text: comparison.value })
    case 'notContains':
      return fails({ test: 'contains', text: comparison.value })
    case 'startsWith':
    case 'endsWith':
      return holds({ test: comparison.op, text: comparison.value })
    case 'matches':
    case 'notMatches':
      checkPattern(comparison.value, [...path, 'value'], context.problems)
      return (comparison.op === 'matches' ? holds : fails)({ test: 'matches', text: comparison.value })
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return holds({ test: comparison.op, number: comparison.value })
    case 'between':
      return holds({ test: 'between', low: comparison.value[0], high: comparison.value[1] })
    case 'before':
    case 'after':
      return holds({ test: comparison.op, time: timeBound(comparison.value, context.timezone) })
    case 'isSet':
      return holds({ test: 'isSet' })
    case 'isNotSet':
      return fails({ test: 'isSet' })
    default:
      return comparison satisfies never
  }
}

const listOf = (value: ComparisonValue | readonly ComparisonValue[]): readonly ComparisonValue[] =>
  typeof value === 'object' ? value : [value]

/** As much of a pattern as a sentence can hold. */
const longestShown = 100

function checkPattern(pattern: string, path: Path, problems: Problem[]): void {
  const reason = patternError(pattern)
  if (reason === null) return
  const shown = pattern.length > longestShown ? `${pattern.slice(0, longestShown)}…` : pattern
  problems.push(problem('invalidPattern', path, { pattern: shown, reason }))
}

function timeBound(text: string, timezone: string): TimeBound {
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? []
  // The document's schema has read the text before.
  const second = instantOf(text.replace(`.${fraction}`, ''), timezone) as number
  const instant = BigInt(second) + BigInt(fraction.padEnd(6, '0'))
  return { instant, segments: zoneSegments(timezone, second - 3 * dayMicros, second + 3 * dayMicros) }
}
