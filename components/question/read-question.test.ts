import { describe, expect, it } from 'vitest'
import { checkQuestion, questionHref, readQuestion, writeQuestion } from './read-question'

const document = {
  kind: 'funnel',
  range: { last: 30, unit: 'day' },
  steps: [{ event: 'a & b = "c" + 100 % # é 🎉' }, { event: '$identify', where: [{ property: 'event.a.b', op: 'is', value: ['x', 'y'] }] }],
} as const

const asked = checkQuestion(document).document

describe('the link', () => {
  it('holds the whole question, whatever its texts', () => {
    if (asked === null) throw new Error('The example is no question.')
    expect(readQuestion(writeQuestion(asked))).toEqual({ document: asked, problems: [] })
    const q = new URL(questionHref(asked), 'http://localhost').searchParams.get('q')
    expect(readQuestion(q ?? '').document).toEqual(asked)
  })

  it('with a question that is not finished is shown, with what is missing', () => {
    const { document: shown, problems } = checkQuestion({ ...document, steps: [{ event: 'signup' }, { event: '' }] })
    expect(shown).not.toBeNull()
    expect(problems.map(({ path }) => path)).toEqual(['steps[1].event'])
  })

  it('with fields of the wrong type is not shown, and says all that is wrong with it', () => {
    const { document: shown, problems } = checkQuestion({ kind: 'segmentation', range: 'always', series: [{ event: 7 }] })
    expect(shown).toBeNull()
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['range', 'series[0].event']))
  })

  it('that was cut off, or is of no kind that we know, says so', () => {
    expect(readQuestion('{"kind":"fun').problems).toHaveLength(1)
    expect(readQuestion('{"kind":"sankey"}').problems[0]?.path).toBe('kind')
    expect(readQuestion('null').problems[0]?.path).toBe('kind')
  })
})
