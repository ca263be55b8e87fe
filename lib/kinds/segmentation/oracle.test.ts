import { describe, expect, test } from 'vitest'
import type { OracleEvent } from '@/lib/oracle/event'
import { did, handmadeSet } from '@/lib/oracle/handmade'
import { segmentationSchema } from './document'
import { countSegmentation } from './oracle'

/** `series: [group] values = total`, one line for each entry. */
function count(events: readonly OracleEvent[], fields: object, zone = 'UTC') {
  const document = segmentationSchema.parse({
    kind: 'segmentation',
    range: { from: '2026-10-01', to: '2026-10-03' },
    asOf: '2026-11-01T09:00:00Z',
    series: [{ event: '*' }],
    ...fields,
  })
  const { buckets, series } = countSegmentation(handmadeSet(events, {}, zone), document)
  const lines = series.map(
    entry => `${entry.series}${entry.compare ? '~' : ''} ${JSON.stringify(entry.group)} ${JSON.stringify(entry.values)} = ${entry.total}`,
  )
  return { buckets, lines }
}

const visits = [
  did('a', 'visit', '2026-10-01 00:00', { plan: 'pro', amount: '2' }),
  did('a', 'visit', '2026-10-01 23:59:59.999999', { plan: 'pro', amount: 'x' }),
  did('b', 'visit', '2026-10-01 12:00', { plan: 'free', amount: '1.5' }),
  did('a', 'visit', '2026-10-03 12:00', { amount: '4' }),
  did('b', 'other', '2026-10-02 12:00', { plan: 'free' }),
  did(null, 'visit', '2026-10-01 12:00', { plan: 'pro', amount: '100' }),
]
const visit = (measure: unknown) => ({ series: [{ event: 'visit', measure }] })

describe('measures, counted by hand', () => {
  test.each<[unknown, string]>([
    ['events', '[3,0,1] = 4'],
    ['entities', '[2,0,1] = 2'],
    ['eventsPerEntity', '[1.5,null,1] = 2'],
    [{ agg: 'sum', property: 'event.amount' }, '[3.5,null,4] = 7.5'],
    [{ agg: 'avg', property: 'event.amount' }, '[1.75,null,4] = 2.5'],
    [{ agg: 'min', property: 'event.amount' }, '[1.5,null,4] = 1.5'],
    [{ agg: 'p25', property: 'event.amount' }, '[1.625,null,4] = 1.75'],
    [{ agg: 'median', property: 'event.amount' }, '[1.75,null,4] = 2'],
    [{ agg: 'distinct', property: 'event.plan' }, '[2,0,0] = 2'],
    [{ active: 2 }, '[2,2,1] = 1'],
  ])('%j', (measure, values) => expect(count(visits, visit(measure)).lines).toEqual([`A [] ${values}`]))

  test('active users are read from before the range too', () =>
    expect(count(visits, { ...visit({ active: 2 }), range: { from: '2026-10-02', to: '2026-10-02' } }).lines).toEqual(['A [] [2] = 2']))

  test('active users of a week are those of the days that end with its last day in the range', () => {
    const fields = { ...visit({ active: 1 }), interval: 'week', range: { from: '2026-10-01', to: '2026-10-10' } }
    const { buckets, lines } = count(
      [did('a', 'visit', '2026-10-04 10:00'), did('b', 'visit', '2026-10-10 10:00'), did('c', 'visit', '2026-10-11 10:00')],
      fields,
    )
    expect(buckets).toEqual(['2026-09-28', '2026-10-05'])
    expect(lines).toEqual(['A [] [1,1] = 1'])
  })
})

describe('ranges and buckets', () => {
  test('an event at asOf exists, one after it does not, and buckets after it are not listed', () => {
    const events = [did('a', 'visit', '2026-10-02 12:00'), did('b', 'visit', '2026-10-02 12:00:00.000001')]
    expect(count(events, { asOf: '2026-10-02T12:00:00Z' })).toEqual({ buckets: ['2026-10-01', '2026-10-02'], lines: ['A [] [0,1] = 1'] })
  })

  test('the last weeks are the week of asOf and those before', () => {
    const fields = { range: { last: 2, unit: 'week' }, weekStart: 'sunday', interval: 'week', asOf: '2026-10-07T12:00:00Z' }
    expect(count([], fields).buckets).toEqual(['2026-09-27', '2026-10-04'])
  })

  test('a week that the range cuts holds the days inside the range and has the label of the whole week', () =>
    expect(count(visits, { interval: 'week', range: { from: '2026-10-02', to: '2026-10-05' }, ...visit('events') })).toEqual({
      buckets: ['2026-09-28', '2026-10-05'],
      lines: ['A [] [1,0] = 1'],
    }))

  test('interval none is one number, labelled by the first day', () =>
    expect(count(visits, { interval: 'none' })).toEqual({ buckets: ['2026-10-01'], lines: ['A [] [2] = 2'] }))

  test('the last hours begin with a whole hour, across a change of the clock', () => {
    const fields = { range: { last: 3, unit: 'hour' }, interval: 'hour', asOf: '2026-10-25T02:30:00Z' }
    expect(count([did('a', 'visit', '2026-10-25 00:00')], fields, 'Europe/Budapest')).toEqual({
      buckets: ['2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00', '2026-10-25T03:00:00+01:00'],
      lines: ['A [] [1,0,0] = 1'],
    })
  })

  test('days are those of the zone of the document, else of the dataset', () => {
    const events = [did('a', 'visit', '2026-10-01 22:30')]
    expect(count(events, {}, 'Europe/Budapest').lines).toEqual(['A [] [0,1,0] = 1'])
    expect(count(events, { timezone: 'UTC' }, 'Europe/Budapest').lines).toEqual(['A [] [1,0,0] = 1'])
  })
})

describe('breakdowns', () => {
  test('groups rank by the total of the first series, ties by text, and every series has every group', () => {
    const series = [
      { event: 'visit', measure: 'entities' },
      { event: 'other', measure: 'events' },
    ]
    expect(count(visits, { breakdown: ['event.plan'], interval: 'none', series }).lines).toEqual([
      'A [null] [1] = 1',
      'A ["free"] [1] = 1',
      'A ["pro"] [1] = 1',
      'B [null] [0] = 0',
      'B ["free"] [1] = 1',
      'B ["pro"] [0] = 0',
    ])
  })

  test('entities are counted distinctly in $other', () =>
    expect(
      count(visits, { breakdown: ['event.plan'], breakdownLimit: 1, interval: 'none', series: [{ event: 'other' }, { event: 'visit' }] })
        .lines,
    ).toEqual(['A ["free"] [1] = 1', 'A "$other" [0] = 0', 'B ["free"] [1] = 1', 'B "$other" [1] = 1']))
})

describe('transforms and formulas', () => {
  test('a rolling mean takes the values that are not null, and leaves the total', () => {
    const sum = visit({ agg: 'sum', property: 'event.amount' })
    expect(count(visits, { ...sum, transform: { type: 'rolling', window: 2 } }).lines).toEqual(['A [] [3.5,3.5,4] = 7.5'])
    expect(count(visits, { ...sum, transform: { type: 'rolling', window: 1 } }).lines).toEqual(['A [] [3.5,null,4] = 7.5'])
  })

  test('cumulative counts', () => {
    const cumulative = (measure: unknown) => count(visits, { ...visit(measure), transform: { type: 'cumulative' } }).lines
    expect(cumulative('entities')).toEqual(['A [] [2,2,2] = 2'])
    expect(cumulative('events')).toEqual(['A [] [3,3,4] = 4'])
    expect(cumulative({ agg: 'sum', property: 'event.amount' })).toEqual(['A [] [3.5,3.5,7.5] = 7.5'])
  })

  test('formulas are computed from the transformed values, and from the totals as they are', () => {
    const series = [
      { event: 'visit', measure: 'events' },
      { event: 'other', measure: 'events' },
    ]
    expect(count(visits, { series, formulas: [{ formula: 'A / B' }], transform: { type: 'cumulative' } }).lines[2]).toBe(
      'F1 [] [null,3,4] = 4',
    )
  })
})

describe('comparison', () => {
  test('a day beyond the end of a month becomes its last day, and what is missing is null', () => {
    const fields = {
      range: { from: '2026-03-29', to: '2026-03-31' },
      compare: { shift: 1, unit: 'month' },
      series: [{ event: '*', measure: 'events' }],
    }
    // From 28 February up to and without 1 March: one day.
    expect(count([did('a', 'visit', '2026-02-28 10:00'), did('a', 'visit', '2026-03-01 00:00')], fields).lines).toEqual([
      'A [] [0,0,0] = 0',
      'A~ [] [1,null,null] = 1',
    ])
  })

  test('the earlier range is not cut at the time of day of asOf, and has the groups of the main range', () => {
    const fields = {
      range: { last: 1, unit: 'day' },
      asOf: '2026-10-02T12:00:00Z',
      compare: { shift: 1, unit: 'day' },
      breakdown: ['event.plan'],
    }
    expect(count(visits, { ...fields, formulas: [{ formula: 'A * 2' }] }).lines).toEqual([
      'A ["free"] [1] = 1',
      'F1 ["free"] [2] = 2',
      'A~ ["free"] [1] = 1',
      'F1~ ["free"] [2] = 2',
    ])
  })
})
