import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CatalogProperty } from '@/lib/catalog'
import { readConfig } from '@/lib/config'
import { load, plainFields } from '@/lib/ingest'
import { answerCatalog } from './catalog-answer'
import { openDataset } from './datasets'
import { reachStore } from './reach'
import { closeStore } from './served'
import { ownStore } from './services'
import { answerValues } from './values-answer'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-'))
  vi.stubEnv('SOUNDING_HOME', join(folder, 'home'))
})

afterEach(async () => {
  await closeStore()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

type Line = readonly [type: string, properties?: object, time?: string]

async function loadLines(lines: readonly Line[], dataset = 'events') {
  const path = join(folder, `${Math.random()}.jsonl`)
  const text = lines.map(([event_type, event_properties, event_time = '2026-10-01T00:00:00Z'], n) =>
    JSON.stringify({ event_type, event_time, user_id: `u${n % 10}`, event_properties }),
  )
  writeFileSync(path, text.join('\n'))
  await closeStore()
  const config = readConfig()
  await load(config, await reachStore(config, {}), {
    dataset,
    files: [path],
    fields: plainFields,
    timezone: undefined,
    strict: true,
    now: new Date('2026-11-01T00:00:00Z'),
    onProgress: () => undefined,
  })
}

async function property(key: string, event = 'a'): Promise<CatalogProperty | undefined> {
  const dataset = await openDataset()
  return dataset.ok
    ? dataset.value.events.find(({ name }) => name === event)?.properties.find(candidate => candidate.key === key)
    : undefined
}

const valuesOf = (properties: readonly unknown[]): readonly Line[] => properties.map(value => ['a', { p: value }])

describe('the catalog', () => {
  test('counts events and says when they were first and last seen', async () => {
    await loadLines([['rare'], ['often', {}, '2026-10-05T12:00:00.5Z'], ['often', {}, '2026-10-02T00:00:00+02:00']])
    const dataset = await openDataset()
    expect(dataset).toMatchObject({
      ok: true,
      value: {
        name: 'events',
        events: [
          { name: 'often', events: 2, firstSeen: '2026-10-01T22:00:00.000Z', lastSeen: '2026-10-05T12:00:00.500Z' },
          { name: 'rare', events: 1 },
        ],
      },
    })
  })

  test.each([
    ['number', [1, '2.5', ' 3e4\t', '.5', '-7.']],
    ['text', [1, 2, 'x']],
    ['text', [1, '1_000']],
    ['text', [1, '1e999']],
    ['text', [1, '']],
    ['boolean', [true, 'FALSE']],
    ['text', [true, 1]],
    ['time', ['2026-10-01', '2026-10-01T10:00:00.123456Z', '2026-10-01 10:00+02:00']],
    ['text', ['2026-10-01', '2026-02-30']],
  ] as const)('calls %s what all of %j read as', async (type, values) => {
    await loadLines(valuesOf(values))
    expect((await property('p'))?.type).toBe(type)
  })

  test('knows the share of events that have a property, and its most frequent values', async () => {
    await loadLines([...valuesOf(['x', 'y', 'x', null]), ['a'], ['b', { p: 'z' }]])
    expect(await property('p')).toEqual({
      key: 'p',
      share: 3 / 5,
      type: 'text',
      distinct: 2,
      top: [
        { value: 'x', events: 2 },
        { value: 'y', events: 1 },
      ],
    })
  })

  test('is of the whole dataset after a second load', async () => {
    await loadLines(valuesOf(['x', '1']))
    await loadLines(valuesOf(['x', '2']))
    expect(await property('p')).toMatchObject({ share: 1, distinct: 3, top: [{ value: 'x', events: 2 }, { value: '1' }, { value: '2' }] })
  })

  test('takes a thousand keys and ten thousand values', async () => {
    const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`key ${n}`, n]))
    await loadLines([['a', keys], ...Array.from({ length: 10_000 }, (_, n): Line => ['a', { many: `value ${n}` }])])
    expect(await property('many')).toMatchObject({ distinct: 10_000 })
    expect((await property('many'))?.top).toHaveLength(20)
    expect(await property('key 999')).toMatchObject({ distinct: 1, type: 'number' })
  })

  test('can be counted anew', async () => {
    await loadLines(valuesOf(['x']))
    const before = await property('p')
    expect(await ownStore.refreshCatalog('events')).toEqual(['events'])
    expect(await property('p')).toEqual(before)
    await expect(ownStore.refreshCatalog('nothing')).rejects.toMatchObject({
      problem: { message: expect.stringContaining('There is no dataset “nothing”') },
    })
  })
})

describe('the answer about a dataset', () => {
  test('names the datasets, own ones first, and what the default one holds', async () => {
    await loadLines([['a', { p: 'x' }]], 'mine')
    const answer = await answerCatalog({ dataset: undefined, events: [], detail: 'properties' })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        dataset: 'mine',
        timezone: 'UTC',
        datasets: [{ name: 'mine', events: 1, timezone: 'UTC', isSample: false }],
        columns: [
          { name: 'event_type', type: 'text' },
          { name: 'event_time', type: 'timestamp' },
          { name: 'user_id', type: 'text' },
          { name: 'date', type: 'date' },
          { name: 'dl_updated_at', type: 'timestamp' },
        ],
        userColumns: [],
        events: [{ name: 'a', properties: [{ property: 'event.p', share: 1 }] }],
      },
    })
    const short = await answerCatalog({ dataset: 'mine', events: [], detail: 'events' })
    expect(short.ok && short.value.events[0]).not.toHaveProperty('properties')
  })

  test('says which datasets there are when another is asked for, and what to do when there is none', async () => {
    expect(await answerCatalog({ dataset: undefined, events: [], detail: 'events' })).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('npx sounding load') }],
    })
    await loadLines([['a']])
    expect(await answerCatalog({ dataset: 'other', events: [], detail: 'events' })).toMatchObject({
      ok: false,
      problems: [{ path: ['dataset'], message: expect.stringContaining('events') }],
    })
  })
})

describe('the values of a property', () => {
  const search = async (text: string, more: Partial<Parameters<typeof answerValues>[0]> = {}) => {
    const answer = await answerValues({ dataset: undefined, events: [], property: 'event.p', search: text, limit: 3, ...more })
    return answer.ok ? [answer.value.values.map(({ value, events }) => `${value}: ${events}`), answer.value.more] : answer.problems
  }

  test('are searched in whatever letter case, among few and among many', async () => {
    await loadLines([...valuesOf(['Apple', 'Apple', 'grape', 'pear']), ['b', { p: 'APP' }]])
    expect(await search('aP')).toEqual([['Apple: 2', 'APP: 1', 'grape: 1'], false])
    expect(await search('', { limit: 1 })).toEqual([['Apple: 2'], true])
    expect(await search('app', { events: ['b'] })).toEqual([['APP: 1'], false])
    await loadLines(Array.from({ length: 100 }, (_, n): Line => ['a', { p: `many ${n}` }]))
    expect(await search('MANY 9', { limit: 20 })).toEqual([['many 9: 1', ...Array.from({ length: 10 }, (_, n) => `many 9${n}: 1`)], false])
    expect(await search('100%_')).toEqual([[], false])
  })

  test('of plain columns are found too; of unknown ones there is a suggestion', async () => {
    await loadLines([['a'], ['a'], ['b']])
    expect(await search('', { property: 'column.event_type' })).toEqual([['a: 2', 'b: 1'], false])
    expect(await search('', { property: 'column.event_typ' })).toMatchObject([
      { path: ['property'], message: expect.stringContaining('column.event_type') },
    ])
  })
})
