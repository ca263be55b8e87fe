import { expect, test } from 'vitest'
import { compareValues, rankGroups } from './groups'

test('null comes before any text, and texts compare by code points rather than by UTF-16 units', () => {
  // U+FF5E is one unit and larger than the first half of the emoji's surrogate pair, yet the smaller code point.
  const sorted = [['🎉'], ['～'], ['b'], ['B'], [''], [null], ['a', null], ['a']].sort(compareValues)
  expect(sorted).toEqual([[null], [''], ['B'], ['a', null], ['a'], ['b'], ['～'], ['🎉']])
})

test('the largest totals are kept, ties go by text, nulls come last, and the rest is one group', () => {
  const totals = new Map([
    ['a', 1],
    ['b', 5],
    ['c', 1],
    ['d', null],
    ['e', -3],
  ])
  const shown = (limit: number) =>
    rankGroups([['a'], ['b'], ['c'], ['d'], ['e'], ['a']], limit, ([name]) => totals.get(name as string) ?? null).map(({ group }) => group)
  expect(shown(10)).toEqual([['b'], ['a'], ['c'], ['e'], ['d']])
  expect(shown(2)).toEqual([['b'], ['a'], '$other'])
  expect(shown(5)).not.toContain('$other')
})
