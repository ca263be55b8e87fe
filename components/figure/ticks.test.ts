import { describe, expect, it } from 'vitest'
import { labelledPlaces, roundTicks } from './ticks'

describe('ticks', () => {
  it('are round, start at zero and reach the largest value', () => {
    expect(roundTicks(0, 1604)).toEqual([0, 500, 1000, 1500, 2000])
    expect(roundTicks(0, 0.43)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5])
    expect(roundTicks(-20, 95)).toEqual([-25, 0, 25, 50, 75, 100])
  })

  it('exist where all values are zero', () => {
    expect(roundTicks(0, 0).at(-1)).toBe(1)
  })

  it('label evenly, the last place always among them', () => {
    expect(labelledPlaces(30, 10)).toEqual([2, 5, 8, 11, 14, 17, 20, 23, 26, 29])
    expect(labelledPlaces(3, 10)).toEqual([0, 1, 2])
    expect(labelledPlaces(0, 10)).toEqual([])
  })
})
