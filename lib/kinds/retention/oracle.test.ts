import { describe, expect, test } from 'vitest'
import type { OracleEvent } from '@/lib/oracle/event'
import { did, handmadeSet } from '@/lib/oracle/handmade'
import { retentionSchema } from './document'
import { countRetention } from './oracle'

function count(events: readonly OracleEvent[], fields: object = {}, zone = 'UTC') {
  const document = retentionSchema.parse({
    kind: 'retention',
    range: { from: '2026-10-01', to: '2026-10-02' },
    asOf: '2026-11-01T09:00:00Z',
    start: { event: 'signup' },
    return: { event: 'visit' },
    unit: 'day',
    periods: 2,
    ...fields,
  })
  return countRetention(handmadeSet(events, {}, zone), document)
}

/** `start size: returned` for each cohort, with a `?` behind the cells that are not complete. */
const cohortsOf = (answer: ReturnType<typeof count>) =>
  answer.cohorts.map(
    ({ start, size, returned, complete }) => `${start} ${size}: ${returned.map((n, i) => `${n}${complete[i] ? '' : '?'}`).join(' ')}`,
  )

const group = ({ group, size, returned, eligible, rates }: ReturnType<typeof count>['overall']) => [group, size, returned, eligible, rates]

describe('cohorts', () => {
  test('first: an entity joins the cohort of its first start event in the range, and only there', () => {
    const events = [did('a', 'signup', '2026-10-01 10:00'), did('a', 'signup', '2026-10-02 10:00'), did('a', 'visit', '2026-10-02 11:00')]
    expect(cohortsOf(count(events))).toEqual(['2026-10-01 1: 0 1 0', '2026-10-02 0: 0 0 0'])
  })

  test('firstEver: a start event before the range keeps an entity out, unless it fails the top-level where', () => {
    const events = [did('a', 'signup', '2026-09-01 10:00', { bot: '1' }), did('a', 'signup', '2026-10-01 10:00')]
    expect(count(events, { entry: 'firstEver' }).overall.size).toBe(0)
    expect(count(events, { entry: 'firstEver', where: [{ property: 'event.bot', op: 'isNotSet' }] }).overall.size).toBe(1)
  })

  test('every: it joins each period, and the size is the sum over the cohorts', () => {
    const events = [
      did('a', 'signup', '2026-10-01 10:00'),
      did('a', 'visit', '2026-10-01 10:30'),
      did('a', 'signup', '2026-10-01 11:00'),
      did('a', 'signup', '2026-10-02 10:00'),
    ]
    const answer = count(events, { entry: 'every' })
    expect(cohortsOf(answer)).toEqual(['2026-10-01 1: 1 0 0', '2026-10-02 1: 0 0 0'])
    expect(group(answer.overall)).toEqual([[], 2, [1, 0, 0], [2, 2, 2], [0.5, 0, 0]])
  })

  test('a cohort of a week that the range cuts has the label of the whole week', () =>
    expect(cohortsOf(count([], { unit: 'week', periods: 1 }))).toEqual(['2026-09-28 0: 0 0']))
})

describe('returns', () => {
  test('only events strictly later than the start event return', () => {
    const same = [did('a', 'signup', '2026-10-01 10:00'), did('a', 'visit', '2026-10-01 10:00')]
    expect(count(same).overall.returned).toEqual([0, 0, 0])
    const later = [did('a', 'signup', '2026-10-01 10:00'), did('a', 'visit', '2026-10-01 10:00:00.000001')]
    expect(count(later).overall.returned).toEqual([1, 0, 0])
  })

  test('calendar periods are those of the zone, elapsed ones are 24 hours', () => {
    const events = [did('a', 'signup', '2026-10-01 21:00'), did('a', 'visit', '2026-10-01 22:00'), did('a', 'visit', '2026-10-02 21:00')]
    expect(count(events, { timezone: 'Europe/Budapest' }).overall.returned).toEqual([0, 1, 0])
    expect(count(events, { clock: 'elapsed' }).overall.returned).toEqual([1, 1, 0])
    const early = [did('a', 'signup', '2026-10-01 21:00'), did('a', 'visit', '2026-10-02 20:59:59.999999')]
    expect(count(early, { clock: 'elapsed' }).overall.returned).toEqual([1, 0, 0])
  })

  test('elapsed months are 30 days', () => {
    const events = [did('a', 'signup', '2026-10-01 10:00'), did('a', 'visit', '2026-10-31 09:59'), did('a', 'visit', '2026-10-31 10:00')]
    const fields = { unit: 'month', periods: 1, clock: 'elapsed' }
    expect(count(events.slice(0, 2), fields).cohorts[0]?.returned).toEqual([1, 0])
    expect(count(events, fields).cohorts[0]?.returned).toEqual([1, 1])
  })

  test('on or after counts any later return, even one after the last period', () => {
    const events = [did('a', 'signup', '2026-10-01 10:00'), did('a', 'visit', '2026-10-20 10:00')]
    expect(count(events).overall.returned).toEqual([0, 0, 0])
    expect(count(events, { returnOn: 'onOrAfter' }).overall.returned).toEqual([1, 1, 1])
  })

  test('a return may lie after the range, but not after asOf', () => {
    const events = [did('a', 'signup', '2026-10-02 10:00'), did('a', 'visit', '2026-10-03 10:00'), did('a', 'visit', '2026-10-04 10:00')]
    expect(cohortsOf(count(events, { asOf: '2026-10-04T09:59:59Z' }))).toEqual(['2026-10-01 0: 0 0 0', '2026-10-02 1: 0 1 0?'])
  })
})

describe('complete cells', () => {
  test('a calendar cell is complete when its last unit has passed', () => {
    expect(cohortsOf(count([], { asOf: '2026-10-04T00:00:00Z' }))).toEqual(['2026-10-01 0: 0 0 0', '2026-10-02 0: 0 0 0?'])
    expect(cohortsOf(count([], { asOf: '2026-10-03T23:59:59Z' }))).toEqual(['2026-10-01 0: 0 0 0?', '2026-10-02 0: 0 0? 0?'])
  })

  test('an elapsed cell is complete when the latest member has had all of it, and the overall takes complete cohorts only', () => {
    const events = [did('a', 'signup', '2026-10-01 00:00'), did('b', 'signup', '2026-10-01 12:00'), did('a', 'visit', '2026-10-02 01:00')]
    const fields = { clock: 'elapsed', range: { from: '2026-10-01', to: '2026-10-01' } }
    const answer = count(events, { ...fields, asOf: '2026-10-03T11:59:59Z' })
    expect(cohortsOf(answer)).toEqual(['2026-10-01 2: 0 1? 0?'])
    expect(group(answer.overall)).toEqual([[], 2, [0, 0, 0], [2, 0, 0], [0, null, null]])
    expect(cohortsOf(count(events, { ...fields, asOf: '2026-10-03T12:00:00Z' }))).toEqual(['2026-10-01 2: 0 1 0?'])
  })

  test('in a group of a breakdown a cell is complete for the members of the group', () => {
    const events = [
      did('a', 'signup', '2026-10-01 00:00', { plan: 'pro' }),
      did('b', 'signup', '2026-10-01 12:00', { plan: 'free' }),
      did('a', 'visit', '2026-10-02 01:00'),
    ]
    const answer = count(events, { clock: 'elapsed', breakdown: ['event.plan'], asOf: '2026-10-03T00:00:00Z' })
    expect(answer.groups.map(group)).toEqual([
      [['free'], 1, [0, 0, 0], [1, 0, 0], [0, null, null]],
      [['pro'], 1, [0, 1, 0], [1, 1, 0], [0, 1, null]],
    ])
  })
})

test('of several start events at one instant the first in the order of texts gives the group', () => {
  const start = (plan: string | null) => did('a', 'signup', '2026-10-01 10:00', { plan })
  const groups = (...plans: (string | null)[]) => count(plans.map(start), { breakdown: ['event.plan'] }).groups.map(({ group }) => group)
  expect(groups('pro', 'free')).toEqual([['free']])
  expect(groups('pro', null)).toEqual([[null]])
})
