import { describe, expect, it } from 'vitest'
import { paletteSize } from '@/lib/chart'
import { contrastOf, inkOn, themes } from './theme'

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  it('has as many colours as are assigned', () => {
    expect(theme.palette).toHaveLength(paletteSize)
  })

  it('draws in colours that stand out from the surface', () => {
    for (const colour of [...theme.palette, theme.other, theme.missing]) expect(contrastOf(colour, theme.surface)).toBeGreaterThanOrEqual(3)
  })

  it('writes in inks that can be read', () => {
    expect(contrastOf(theme.ink, theme.surface)).toBeGreaterThanOrEqual(7)
    expect(contrastOf(theme.muted, theme.surface)).toBeGreaterThanOrEqual(4.5)
  })

  it('writes on each end of the scale in the ink that can be read there', () => {
    expect(contrastOf(theme.scale[0]?.[1] ?? '', inkOn(0, theme))).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(theme.scale.at(-1)?.[1] ?? '', inkOn(1, theme))).toBeGreaterThanOrEqual(4.5)
  })
})
