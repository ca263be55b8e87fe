import { describe, expect, it } from 'vitest'
import { compact, insertAt, moveTo, orAbsent, removeAt, replaceAt } from './list-edit'

describe('lists', () => {
  const list = ['a', 'b', 'c'] as const

  it('are changed without touching the one before', () => {
    expect(replaceAt(list, 1, 'x')).toEqual(['a', 'x', 'c'])
    expect(removeAt(list, 0)).toEqual(['b', 'c'])
    expect(insertAt(list, 3, 'd')).toEqual(['a', 'b', 'c', 'd'])
    expect(list).toEqual(['a', 'b', 'c'])
  })

  it('move an entry to a place that exists, and otherwise stay', () => {
    expect(moveTo(list, 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moveTo(list, 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moveTo(list, 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moveTo(list, 2, 3)).toEqual(['a', 'b', 'c'])
  })

  it('are absent when they are empty, as are fields without a value', () => {
    expect(orAbsent([])).toBeUndefined()
    expect(compact({ a: 1, b: undefined })).toEqual({ a: 1 })
  })
})
