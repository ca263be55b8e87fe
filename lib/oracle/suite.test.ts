import { describe, expect, test } from 'vitest'
import { funnelSchema } from '@/lib/kinds/funnel/document'
import { retentionSchema } from '@/lib/kinds/retention/document'
import { segmentationSchema } from '@/lib/kinds/segmentation/document'
import { isoOf } from './condition'
import type { AnyDocument, EventSet } from './event'
import { fromFixture, toFixture } from './fixture'
import { wholeContract } from './random-document'
import { readInstant } from './reading'
import { checkKind, countByHand, type KindName, randomCases } from './suite'
import { windowMicros } from './window'

const schemas = { segmentation: segmentationSchema, funnel: funnelSchema, retention: retentionSchema }
const kinds = ['segmentation', 'funnel', 'retention'] as const
const options = { seed: 11, sets: 6, documentsPerSet: 40, scope: wholeContract }

describe.each(kinds)('random cases of a %s', kind => {
  test('are valid documents, the same ones for a seed', () => {
    const { set, documents } = randomCases(kind, options, 0)
    for (const document of documents) expect(schemas[kind].parse(document)).toEqual(document)
    expect(randomCases(kind, options, 0)).toEqual({ set, documents })
    expect(randomCases(kind, { ...options, seed: 12 }, 0).set).not.toEqual(set)
  })

  test('are counted the same whatever the order of the events, and from their fixtures', () => {
    const { set, documents } = randomCases(kind, options, 1)
    for (const document of documents) {
      const expected = countByHand(set, document)
      expect(countByHand({ ...set, events: [...set.events].reverse() }, document)).toEqual(expected)
      expect(countByHand(fromFixture(JSON.parse(JSON.stringify(toFixture(set, document)))), document)).toEqual(expected)
    }
  })
})

/** Counts another question, or other events, than was asked: what a fault in a plan would do. */
const faults: readonly [string, KindName, (set: EventSet, document: AnyDocument) => unknown][] = [
  ['takes events just after asOf', 'segmentation', (set, document) => countByHand(set, { ...document, asOf: moved(document, 1) })],
  ['takes the days of UTC', 'segmentation', (set, document) => countByHand(set, { ...document, timezone: 'UTC' })],
  [
    'counts people without an id',
    'segmentation',
    (set, document) =>
      countByHand(
        withEvents(set, event => ({ ...event, userId: event.userId ?? 'null' })),
        document,
      ),
  ],
  [
    'trims texts',
    'segmentation',
    (set, document) =>
      countByHand(
        withProperties(set, text => text?.trim() ?? null),
        document,
      ),
  ],
  [
    'takes the empty text for none',
    'segmentation',
    (set, document) =>
      countByHand(
        withProperties(set, text => text || null),
        document,
      ),
  ],
  ['takes a window of one second more', 'funnel', (set, document) => countByHand(set, withWindow(document, 1))],
  [
    'lets an event before the last microsecond go',
    'funnel',
    (set, document) => countByHand(set, { ...document, asOf: moved(document, -1) }),
  ],
  [
    'counts elapsed periods by the calendar',
    'retention',
    (set, document) => countByHand(set, { ...document, clock: 'calendar' } as AnyDocument),
  ],
  ['calls a cell complete too early', 'retention', (set, document) => countByHand(set, { ...document, asOf: moved(document, 1) })],
  ['starts weeks on Monday', 'retention', (set, document) => countByHand(set, { ...document, weekStart: 'monday' })],
]

describe('the suite', () => {
  test.each(kinds)('finds no difference where there is none: %s', async kind => {
    const report = await checkKind(kind, options, async (set, documents) => documents.map(document => countByHand(set, document)))
    expect(report).toEqual({ cases: 240, differences: [] })
  })

  test.each(faults)('notices an engine that %s (%s)', async (_, kind, answer) => {
    const run = async (set: EventSet, documents: readonly AnyDocument[]) => documents.map(document => answer(set, document))
    const { differences } = await checkKind(kind, { ...options, sets: 30, mostDifferences: 1, shrinkBudget: 60 }, run)
    expect(differences).not.toEqual([])
  })

  test('takes away all that does not matter before it shows a difference', async () => {
    const run = async (set: EventSet, documents: readonly AnyDocument[]) =>
      documents.map(document =>
        countByHand(
          withEvents(set, event => ({ ...event, userId: event.userId ?? 'null' })),
          document,
        ),
      )
    const { differences } = await checkKind('segmentation', { ...options, mostDifferences: 1 }, run)
    const { events, users } = JSON.parse(differences[0]?.split('\n')[2] as string)
    expect([events.length, users]).toEqual([1, {}])
  })

  test('shows an error as a difference', async () => {
    const run = async (_: EventSet, documents: readonly AnyDocument[]) => documents.map(() => new Error('no such table'))
    const { differences } = await checkKind('retention', { ...options, sets: 1, mostDifferences: 1, shrinkBudget: 20 }, run)
    expect(differences[0]).toContain('here: Error: no such table')
  })
})

const moved = ({ asOf }: AnyDocument, micros: number) => isoOf((readInstant(asOf as string, 'UTC') as number) + micros)

function withEvents(set: EventSet, change: (event: EventSet['events'][number]) => EventSet['events'][number]): EventSet {
  return { ...set, events: set.events.map(change) }
}

function withProperties(set: EventSet, change: (text: string | null) => string | null): EventSet {
  return withEvents(set, event => ({ ...event, properties: new Map([...event.properties].map(([key, text]) => [key, change(text)])) }))
}

function withWindow(document: AnyDocument, seconds: number): AnyDocument {
  if (document.kind !== 'funnel') return document
  return { ...document, window: { value: windowMicros(document.window) / 1_000_000 + seconds, unit: 'second' } }
}
