import { describe, expect, it } from 'vitest'
import type { CatalogAnswer } from '@/components/catalog'
import { readQuestion, writeQuestion } from '@/components/question'
import { homeQuestions } from './home-questions'

const now = new Date('2026-11-01T09:00:00Z')
const event = (name: string, events: number) => ({ name, events, firstSeen: '2026-01-01T00:00:00Z', lastSeen: '2026-11-01T08:00:00Z' })
const catalog = (...names: string[]): CatalogAnswer => ({
  datasets: [],
  dataset: 'events',
  timezone: 'UTC',
  columns: [],
  userColumns: [],
  events: names.map((name, at) => event(name, 1000 - at)),
})

const text = (property: string, values: readonly string[]) => ({
  property,
  type: 'text' as const,
  share: 1,
  distinct: values.length,
  top: values.map(value => ({ value, events: 10 })),
})

describe('home', () => {
  it('asks of a product with sign-ups what its team would ask', () => {
    const known = catalog('application_opened', 'signup', 'trial_started', 'subscription_paid')
    const visit = {
      ...event('application_opened', 1000),
      properties: [text('event.platform', ['windows', 'mac', 'ipad']), text('event.plan', ['free', 'pro'])],
    }
    const questions = homeQuestions(known, { ...known, events: [visit] }, now)
    expect(questions.map(({ document }) => document)).toMatchObject([
      {
        kind: 'segmentation',
        breakdown: ['event.plan'],
        series: [{ event: 'application_opened', where: [{ property: 'event.platform', op: 'is', value: ['windows', 'mac'] }] }],
      },
      { kind: 'funnel', steps: [{ event: 'signup' }, { event: 'trial_started' }, { event: 'subscription_paid' }] },
      { kind: 'retention', start: { event: 'signup' } },
    ])
  })

  it('asks of any other dataset what its events allow, and only valid questions', () => {
    for (const own of [catalog('a'), catalog('a', 'b'), catalog('a', 'b', 'c', 'd')]) {
      const questions = homeQuestions(own, own, now)
      expect(questions.length).toBeGreaterThanOrEqual(2)
      for (const { document } of questions) expect(readQuestion(writeQuestion(document)).problems).toEqual([])
    }
  })
})
