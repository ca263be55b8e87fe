import { describe, expect, it } from 'vitest'
import { assignColours, assignGroupColours, paletteSize } from './colour'

describe('colours', () => {
  it('stay with their value while others come and go', () => {
    const many = assignGroupColours([['pro'], ['free'], ['trial']])
    const few = assignGroupColours([['pro']])
    expect(many(['pro'])).toBe(few(['pro']))
  })

  it('are all different as long as there are enough of them', () => {
    const keys = Array.from({ length: paletteSize }, (_, at) => `value ${at}`)
    expect(new Set(assignColours(keys).values()).size).toBe(paletteSize)
  })

  it('are grey for what is no value', () => {
    const colourOf = assignGroupColours([[null], '$other', ['pro', null]])
    expect(colourOf([null])).toBe('missing')
    expect(colourOf('$other')).toBe('other')
    expect(typeof colourOf(['pro', null])).toBe('number')
  })

  it('start over when there are more values than colours', () => {
    const keys = Array.from({ length: paletteSize * 2 }, (_, at) => `value ${at}`)
    expect(assignColours(keys).size).toBe(paletteSize * 2)
  })
})
