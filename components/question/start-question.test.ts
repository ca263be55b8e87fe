import { describe, expect, it } from 'vitest'
import type { CatalogAnswer } from '@/components/catalog'
import { recentRange, startQuestion } from './start-question'

const now = new Date('2026-11-01T09:00:00Z')
const event = (name: string, events: number, lastSeen: string, firstSeen = '2022-01-01T00:00:00Z') => ({
  name,
  events,
  firstSeen,
  lastSeen,
})

const catalog = (...events: CatalogAnswer['events'][number][]): CatalogAnswer => ({
  datasets: [],
  dataset: 'events',
  timezone: 'UTC',
  columns: [],
  userColumns: [],
  events,
})

describe('the first question', () => {
  it('is about people coming in, or else about the most frequent event', () => {
    const fresh = '2026-11-01T08:00:00Z'
    const usual = startQuestion(catalog(event('zoomed', 900, fresh), event('session_started', 10, fresh)), now)
    expect(usual).toMatchObject({ kind: 'segmentation', dataset: 'events', series: [{ event: 'session_started' }] })
    const own = startQuestion(catalog(event('a', 5, fresh), event('b', 900, fresh)), now)
    expect(own).toMatchObject({ series: [{ event: 'b' }], range: { last: 30, unit: 'day' } })
  })

  it('looks where the events are when they are of long ago', () => {
    expect(recentRange(catalog(event('a', 5, '2023-06-01T16:12:14Z')), 30, now)).toEqual({ from: '2023-05-03', to: '2023-06-01' })
    const short = catalog(event('a', 5, '2023-06-01T16:12:14Z', '2023-05-30T01:00:00Z'))
    expect(recentRange(short, 30, now)).toEqual({ from: '2023-05-30', to: '2023-06-01' })
  })

  it('is none where there are no events', () => {
    expect(startQuestion(catalog(), now)).toBeNull()
  })
})
