import { describe, expect, it } from 'vitest'
import { carryOver } from './carry-over'
import type { AnyDocument } from './kinds'
import { checkQuestion } from './read-question'

const where = [{ property: 'event.plan', op: 'isSet' as const }]
const shared = {
  dataset: 'events',
  range: { last: 12, unit: 'week' as const },
  timezone: 'Europe/Budapest',
  where,
  breakdown: ['event.country'],
}

const series: AnyDocument = {
  kind: 'segmentation',
  ...shared,
  interval: 'week',
  series: [
    { event: 'signup', where, measure: 'events' },
    { event: ['saved', 'exported'], label: 'Work' },
  ],
}

describe('another kind', () => {
  it('keeps range, zone, filters and breakdown', () => {
    for (const kind of ['funnel', 'retention'] as const) expect(carryOver(series, kind)).toMatchObject({ kind, ...shared })
  })

  it('makes steps of the series', () => {
    expect(carryOver(series, 'funnel')).toMatchObject({
      steps: [
        { event: 'signup', where },
        { event: ['saved', 'exported'], label: 'Work' },
      ],
    })
  })

  it('makes start and return of the first two steps', () => {
    const funnel = carryOver(series, 'funnel')
    expect(carryOver(funnel, 'retention')).toMatchObject({ start: { event: 'signup' }, return: { event: ['saved', 'exported'] } })
  })

  it('comes back to the same events', () => {
    const there = carryOver(carryOver(series, 'retention'), 'segmentation')
    expect(there).toMatchObject({
      kind: 'segmentation',
      ...shared,
      series: [
        { event: 'signup', where },
        { event: ['saved', 'exported'], label: 'Work' },
      ],
    })
  })

  it('leaves no field behind that the kind does not know', () => {
    for (const kind of ['funnel', 'retention', 'segmentation'] as const) {
      expect(checkQuestion(JSON.parse(JSON.stringify(carryOver(carryOver(series, 'funnel'), kind)))).problems).toEqual([])
    }
  })

  it('waits for a second step where there is but one event', () => {
    const one = { ...series, series: [{ event: 'signup' }] } as AnyDocument
    expect(carryOver(one, 'funnel')).toMatchObject({ steps: [{ event: 'signup' }, { event: '' }] })
    expect(checkQuestion(carryOver(one, 'funnel')).problems.map(({ path }) => path)).toEqual(['steps[1].event'])
    expect(checkQuestion(carryOver(one, 'retention')).problems).toEqual([])
  })
})
