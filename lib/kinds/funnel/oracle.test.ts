import { describe, expect, test } from 'vitest'
import type { OracleEvent } from '@/lib/oracle/event'
import { did, handmadeSet } from '@/lib/oracle/handmade'
import { funnelSchema } from './document'
import { countFunnel } from './oracle'

function count(events: readonly OracleEvent[], fields: object = {}) {
  const document = funnelSchema.parse({
    kind: 'funnel',
    range: { from: '2026-10-01', to: '2026-10-01' },
    asOf: '2026-11-01T09:00:00Z',
    steps: [{ event: 'A' }, { event: 'B' }, { event: 'C' }],
    window: { value: 1, unit: 'hour' },
    ...fields,
  })
  return countFunnel(handmadeSet(events), document)
}

/** One person's events of 1 October: `"A 10:00"`, with properties where they matter. */
const one = (...written: (string | [string, Record<string, string | null>])[]) =>
  written.map(each => {
    const [text, properties] = typeof each === 'string' ? [each, {}] : each
    const [event, time] = text.split(' ') as [string, string]
    return did('u', event, `2026-10-01 ${time}`, properties)
  })

const counts = (events: readonly OracleEvent[], fields: object = {}) => count(events, fields).overall.counts

describe('chains', () => {
  test('follow the order of the steps, and count an entity at every step it reached', () => {
    expect(counts(one('A 10:00', 'B 10:10', 'C 10:20'))).toEqual([1, 1, 1])
    expect(counts(one('A 10:00', 'C 10:10', 'B 10:20'))).toEqual([1, 1, 0])
    expect(counts(one('B 10:00', 'C 10:10'))).toEqual([0, 0, 0])
  })

  test('end at the latest one window after their first event, inclusive', () => {
    expect(counts(one('A 10:00', 'B 10:30', 'C 11:00'))).toEqual([1, 1, 1])
    expect(counts(one('A 10:00', 'B 10:30', 'C 11:00:00.000001'))).toEqual([1, 1, 0])
  })

  test('may start from any entry, whichever leads furthest', () =>
    expect(counts(one('A 10:00', 'A 10:30', 'B 10:40', 'C 11:20'))).toEqual([1, 1, 1]))

  test('with entries first start from the first only', () =>
    expect(counts(one('A 10:00', 'A 10:30', 'B 10:40', 'C 11:20'), { entries: 'first' })).toEqual([1, 1, 0]))

  test('start in the range and may end after it, but not after asOf', () => {
    const late = [did('u', 'A', '2026-10-01 23:59'), did('u', 'B', '2026-10-02 00:10'), did('u', 'C', '2026-10-02 00:20')]
    expect(counts(late)).toEqual([1, 1, 1])
    expect(counts(late, { asOf: '2026-10-02T00:19:59Z' })).toEqual([1, 1, 0])
    expect(counts(late, { range: { from: '2026-10-02', to: '2026-10-02' } })).toEqual([0, 0, 0])
  })

  test('use an event for one step at most', () => {
    const twice = { steps: [{ event: 'A' }, { event: 'A' }] }
    expect(counts(one('A 10:00'), twice)).toEqual([1, 0])
    expect(counts(one('A 10:00', 'A 10:00'), twice)).toEqual([1, 1])
  })

  test('at one instant, take events in ascending order of the set of steps that they match', () => {
    expect(counts(one('C 10:00', 'B 10:00', 'A 10:00'))).toEqual([1, 1, 1])
    // A matches steps 1 and 3 (mask 5), B step 2 (mask 2): B comes before A.
    expect(counts(one('A 10:00', 'B 10:00'), { steps: [{ event: 'A' }, { event: 'B' }, { event: 'A' }] })).toEqual([1, 0, 0])
  })
})

describe('strict', () => {
  const strict = { order: 'strict' }
  test('any other event in between breaks the chain', () => {
    expect(counts(one('A 10:00', 'X 10:05', 'B 10:10'), strict)).toEqual([1, 0, 0])
    expect(counts(one('A 10:00', 'A 10:05', 'B 10:10'), strict)).toEqual([1, 1, 0])
    expect(counts(one('X 09:59', 'A 10:00', 'B 10:10', 'X 10:11'), strict)).toEqual([1, 1, 0])
  })
  test('an event that matches no step comes first within its instant', () => {
    expect(counts(one('A 10:00', 'X 10:00', 'B 10:10'), strict)).toEqual([1, 1, 0])
    expect(counts(one('A 10:00', 'X 10:10', 'B 10:10'), strict)).toEqual([1, 0, 0])
  })
  test('an event that fails the top-level where does not interrupt', () =>
    expect(
      counts(one('A 10:00', ['X 10:05', { bot: '1' }], 'B 10:10'), { ...strict, where: [{ property: 'event.bot', op: 'isNotSet' }] }),
    ).toEqual([1, 1, 0]))
})

describe('exclusions', () => {
  const exclusions = (from: number, to: number) => ({ exclusions: [{ event: 'X', from, to }] })
  test('reject a chain with the event between its two steps', () => {
    expect(counts(one('A 10:00', 'X 10:05', 'B 10:10', 'C 10:20'), exclusions(1, 2))).toEqual([1, 0, 0])
    expect(counts(one('A 10:00', 'X 10:05', 'B 10:10', 'C 10:20'), exclusions(2, 3))).toEqual([1, 1, 1])
    expect(counts(one('A 10:00', 'B 10:10', 'X 10:15', 'C 10:20'), exclusions(1, 3))).toEqual([1, 1, 0])
  })
  test('leave another chain of the same entity standing', () =>
    expect(counts(one('A 10:00', 'X 10:05', 'A 10:06', 'B 10:10'), exclusions(1, 2))).toEqual([1, 1, 0]))
  test('reach as far as the chain where it stops before the later step', () =>
    expect(counts(one('A 10:00', 'X 10:05', 'B 10:10'), exclusions(1, 3))).toEqual([1, 0, 0]))
  test('come after all steps of their instant', () => {
    expect(counts(one('A 10:00', 'X 10:00', 'B 10:10'), exclusions(1, 2))).toEqual([1, 0, 0])
    expect(counts(one('A 10:00', 'X 10:10', 'B 10:10'), exclusions(1, 2))).toEqual([1, 1, 0])
  })
  test('are not the chain’s own event at the first of the two steps, but may be another of its events', () => {
    const any = { exclusions: [{ event: '*', from: 1, to: 2 }] }
    expect(counts(one('A 10:00', 'B 10:10'), any)).toEqual([1, 1, 0])
    expect(counts(one('A 10:00', 'B 10:10', 'C 10:20'), { exclusions: [{ event: 'B', from: 1, to: 3 }] })).toEqual([1, 1, 0])
  })
})

describe('hold', () => {
  const hold = { hold: ['event.s'] }
  test('a chain keeps to one value', () => {
    expect(counts(one(['A 10:00', { s: '1' }], ['B 10:10', { s: '2' }], ['B 10:20', { s: '1' }], 'C 10:30'), hold)).toEqual([1, 1, 0])
    expect(counts(one('A 10:00', 'B 10:10'), hold)).toEqual([0, 0, 0])
  })
  test('the first entry is the first that has the held properties', () =>
    expect(counts(one('A 10:00', ['A 10:05', { s: '1' }], ['B 10:10', { s: '1' }]), { ...hold, entries: 'first' })).toEqual([1, 1, 0]))
  test('events that differ still interrupt a strict chain and still exclude', () => {
    const events = one(['A 10:00', { s: '1' }], ['X 10:05', { s: '2' }], ['B 10:10', { s: '1' }])
    expect(counts(events, { ...hold, order: 'strict' })).toEqual([1, 0, 0])
    expect(counts(events, { ...hold, exclusions: [{ event: 'X', from: 1, to: 2 }] })).toEqual([1, 0, 0])
  })
})

describe('the reported chain', () => {
  test('is the longest, then ends first, then starts last', () => {
    const { overall } = count(one('A 10:00', 'A 10:05', 'B 10:10', 'B 10:15', 'C 10:20', 'C 10:30'))
    // A 10:05, B 10:15, C 10:20: the end is the first possible, then the start and the second event are the last possible.
    expect(overall.stepSeconds).toEqual([null, { median: 600, avg: 600, p90: 600 }, { median: 300, avg: 300, p90: 300 }])
    expect(overall.totalSeconds).toEqual({ median: 900, avg: 900, p90: 900 })
  })

  test('gives the group by its event at breakdownAt, null where it does not get there', () => {
    const events = one(['A 10:00', { plan: 'free' }], ['A 10:05', { plan: 'pro' }], ['B 10:10', { plan: 'team' }])
    const groupAt = (breakdownAt: number) => count(events, { breakdown: ['event.plan'], breakdownAt }).groups.map(({ group }) => group)
    expect([1, 2, 3].map(groupAt)).toEqual([[['pro']], [['team']], [[null]]])
  })

  test('takes events of one instant and the same steps in the order of their breakdown texts, the last to start with', () => {
    const events = one(['A 10:00', { plan: 'pro' }], ['A 10:00', { plan: 'free' }], ['A 10:00', {}], 'B 10:10')
    expect(count(events, { breakdown: ['event.plan'] }).groups[0]?.group).toEqual(['pro'])
    // Without step 2 the chain of one event that ends first is the first of the three.
    expect(count(events.slice(0, 3), { breakdown: ['event.plan'] }).groups[0]?.group).toEqual([null])
  })

  test('gives the bucket of the trend by its first event', () => {
    const { trend } = count(one('A 09:00', 'A 10:00', 'B 10:10', 'C 10:20'), {
      interval: 'hour',
      range: { last: 3, unit: 'hour' },
      asOf: '2026-10-01T11:00:00Z',
    })
    expect(trend).toEqual({
      buckets: ['2026-10-01T09:00:00+00:00', '2026-10-01T10:00:00+00:00', '2026-10-01T11:00:00+00:00'],
      series: [{ group: [], entered: [0, 1, 0], converted: [0, 1, 0] }],
    })
  })
})

describe('any order', () => {
  const any = { order: 'any' }
  test('counts different steps within the window of an entry, one event serving every step it matches', () => {
    expect(counts(one('C 10:00', 'B 10:30', 'A 11:00'), any)).toEqual([1, 1, 1])
    expect(counts(one('C 10:00', 'B 10:30', 'A 11:00:01'), any)).toEqual([1, 1, 0])
    expect(counts(one('A 10:00'), { ...any, steps: [{ event: 'A' }, { event: '*' }] })).toEqual([1, 1])
  })
  test('reports the window whose last different step comes first, then the latest entry', () => {
    const { overall } = count(one('A 10:00', 'A 10:10', 'B 10:20', 'C 10:30', 'A 10:40', 'B 10:41'), any)
    expect(overall.totalSeconds?.avg).toBe(1200)
    expect(overall.stepSeconds).toEqual([null, null, null])
  })
  test('with entries first takes the first event that matches any step', () =>
    expect(counts(one('C 09:00', 'A 10:10', 'B 10:20', 'C 10:30'), { ...any, entries: 'first' })).toEqual([1, 0, 0]))
  test('with hold counts the events that have the values of the entry', () =>
    expect(counts(one(['A 10:00', { s: '1' }], ['B 10:10', { s: '2' }], ['C 10:20', { s: '1' }]), { ...any, hold: ['event.s'] })).toEqual([
      1, 1, 0,
    ]))
})

test('seconds are counted with their fractions, over the entities that reached the step', () => {
  const events = [
    ...one('A 10:00', 'B 10:00:01.500000'),
    did('v', 'A', '2026-10-01 10:00'),
    did('v', 'B', '2026-10-01 10:00:04'),
    did('w', 'A', '2026-10-01 10:00'),
  ]
  const { counts, stepSeconds, totalSeconds } = count(events).overall
  expect(counts).toEqual([3, 2, 0])
  expect(stepSeconds).toEqual([null, { median: 2.75, avg: 2.75, p90: 3.75 }, null])
  expect(totalSeconds).toBeNull()
})

test('groups add up to the whole, and what is beyond the limit is one group', () => {
  const events = ['a', 'b', 'c'].flatMap(user => [
    did(user, 'A', '2026-10-01 10:00', { plan: user === 'c' ? 'pro' : user }),
    did(user, 'B', '2026-10-01 10:01', {}),
  ])
  const { groups } = count(events, { breakdown: ['event.plan'], breakdownLimit: 1 })
  expect(groups.map(({ group, counts }) => [group, counts])).toEqual([
    [['a'], [1, 1, 0]],
    ['$other', [2, 2, 0]],
  ])
})
