import { describe, expect, it } from 'vitest'
import { exhibits } from '@/components/gallery'
import { figureOf } from './figure-of'
import { themes } from './theme'

const canvas = { theme: themes.light, locale: 'en-US', width: 900 }
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

describe('figures', () => {
  it.each(exhibits)('of “$name” are drawn as they were last looked at', async ({ name, spec }) => {
    const figures = spec.drawings.map(({ name: drawing, mark }) => ({ drawing, figure: figureOf(mark, canvas) }))
    await expect(json({ title: spec.title, headlines: spec.headlines, notes: spec.notes, figures })).toMatchFileSnapshot(
      `./golden/${name}.chart.json`,
    )
  })

  it('are plain JSON, whatever the answer', () => {
    for (const { spec } of exhibits) {
      for (const { mark } of spec.drawings) {
        const figure = figureOf(mark, canvas)
        expect(JSON.parse(JSON.stringify(figure))).toEqual(figure)
      }
    }
  })

  it('never take a text of the data for markup', () => {
    const hostile = exhibits.find(({ name }) => name === 'hostile')
    const texts = JSON.stringify(hostile?.spec.drawings.map(({ mark }) => figureOf(mark, canvas)))
    expect(texts).not.toContain('<script>')
    expect(texts).toContain('&lt;script&gt;')
  })
})
