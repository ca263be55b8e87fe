import { type Group, otherGroup } from '@/lib/parts/group'
import { textOf } from './condition'
import type { OracleEvent, Users } from './event'

/** The breakdown values of one event, or of one entity. */
export type Values = readonly (string | null)[]

const keyOf = (values: Values): string => JSON.stringify(values)

export function valuesOf(event: OracleEvent, breakdown: readonly string[] | undefined, users: Users): Values {
  return (breakdown ?? []).map(property => textOf(event, property, users))
}

/** "`null` before any text, texts by Unicode code points", key by key. */
export function compareValues(left: Values, right: Values): number {
  for (const [index, text] of left.entries()) {
    const difference = compareTexts(text, right[index] ?? null)
    if (difference !== 0) return difference
  }
  return 0
}

function compareTexts(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null)
  const [a, b] = [[...left], [...right]]
  for (const [index, char] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    // Each element is one code point, so that it has one.
    const difference = (char.codePointAt(0) as number) - (other.codePointAt(0) as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** A group to show and the test whether breakdown values belong to it. */
export interface ShownGroup {
  readonly group: Group
  readonly holds: (values: Values) => boolean
}

/**
 * "The groups with the largest totals are kept, `limit` of them (ties: in the order of texts); all others make one group `$other`.
 * Kept groups come in rank order, `$other` last, only when it has something in it. Groups whose ranking total is null come after all numbers."
 */
export function rankGroups(found: readonly Values[], limit: number, totalOf: (values: Values) => number | null): ShownGroup[] {
  const distinct = [...new Map(found.map(values => [keyOf(values), values])).values()]
  const ranked = distinct.map(values => ({ values, total: totalOf(values) }))
  ranked.sort((a, b) => compareTotals(a.total, b.total) || compareValues(a.values, b.values))
  const kept = ranked.slice(0, limit).map(({ values }) => values)
  const keptKeys = new Set(kept.map(keyOf))
  const shown: ShownGroup[] = kept.map(group => ({ group, holds: values => keyOf(values) === keyOf(group) }))
  if (ranked.length > limit) shown.push({ group: otherGroup, holds: values => !keptKeys.has(keyOf(values)) })
  return shown
}

function compareTotals(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return b - a
}
