import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readConfig } from '@/lib/config'
import { load, plainFields } from '@/lib/ingest'
import { closeStore, reachStore } from '@/lib/store'
import { POST as refresh } from './refresh/route'
import { GET as catalog } from './route'
import { GET as values } from './values/route'

const hostile = `it's "quoted" & ? # % 🎉`
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-route-'))
  vi.stubEnv('SOUNDING_HOME', join(folder, 'home'))
  const line = (event_type: string, event_properties: object) =>
    JSON.stringify({ event_type, event_time: '2026-10-01T12:00:00Z', user_id: 'ann', event_properties })
  const path = join(folder, 'events.jsonl')
  writeFileSync(path, [line('signup', { plan: 'pro' }), line('file_saved', { size: 10 }), line(hostile, { [hostile]: hostile })].join('\n'))
  const config = readConfig()
  const options = { dataset: 'events', files: [path], fields: plainFields, timezone: undefined, strict: true, onProgress: () => undefined }
  await load(config, await reachStore(config, {}), { ...options, now: new Date('2026-11-01T00:00:00Z') })
})

afterAll(async () => {
  await closeStore()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const routes = { '/api/catalog': catalog, '/api/catalog/values': values, '/api/catalog/refresh': refresh }

function ask(path: keyof typeof routes, ...parameters: readonly (readonly [string, string])[]): Promise<Response> {
  const url = `http://127.0.0.1:3000${path}?${new URLSearchParams(parameters.map(pair => [...pair]))}`
  return routes[path](new Request(url, { method: path === '/api/catalog/refresh' ? 'POST' : 'GET', headers: { host: '127.0.0.1:3000' } }))
}

describe('the catalog', () => {
  test('tells of the events that are asked for', async () => {
    const answer = await (await ask('/api/catalog', ['event', 'signup'], ['event', hostile])).json()
    expect(answer.events.map(({ name }: { name: string }) => name).sort()).toEqual([hostile, 'signup'])
  })

  test('tells of the values of a property among events, also where these have none', async () => {
    const answer = async (...parameters: readonly (readonly [string, string])[]) =>
      (await (await ask('/api/catalog/values', ...parameters)).json()).values
    expect(await answer(['property', 'event.plan'])).toEqual([{ value: 'pro', events: 1 }])
    expect(await answer(['property', `event.${hostile}`], ['event', hostile])).toEqual([{ value: hostile, events: 1 }])
    expect(await answer(['property', 'event.plan'], ['event', 'file_saved'])).toEqual([])
    expect(await answer(['property', 'column.user_id'], ['search', 'ANN'])).toEqual([{ value: 'ann', events: 3 }])
  })

  test.each<readonly [path: keyof typeof routes, parameters: readonly (readonly [string, string])[], place: string, says: string]>([
    ['/api/catalog', [['event', 'signp']], 'event', 'Did you mean “signup”?'],
    [
      '/api/catalog',
      [
        ['event', 'signup'],
        ['event', 'fil_saved'],
      ],
      'event[1]',
      'Did you mean “file_saved”?',
    ],
    ['/api/catalog', [['event', '']], 'event', 'has no event “”'],
    ['/api/catalog', [['dataset', 'evnts']], 'dataset', 'There is: events'],
    ['/api/catalog', [['detail', 'all']], 'detail', 'events, properties'],
    ['/api/catalog', [['evnt', 'signup']], 'evnt', 'Did you mean “event”?'],
    ['/api/catalog', [['zzzzzzzz', '']], 'zzzzzzzz', 'It takes: dataset, detail, event.'],
    [
      '/api/catalog',
      [
        ['dataset', 'events'],
        ['dataset', 'other'],
      ],
      'dataset',
      'given 2 times',
    ],
    ['/api/catalog/values', [], 'property', 'event.plan'],
    ['/api/catalog/values', [['property', 'plan']], 'property', 'a scope, a dot and a name'],
    ['/api/catalog/values', [['property', 'event.plna']], 'property', 'Did you mean “event.plan”?'],
    ['/api/catalog/values', [['property', 'column.usr_id']], 'property', 'Did you mean “column.user_id”?'],
    [
      '/api/catalog/values',
      [
        ['property', 'event.plan'],
        ['event', 'signp'],
      ],
      'event',
      'Did you mean “signup”?',
    ],
    [
      '/api/catalog/values',
      [
        ['property', 'event.plan'],
        ['search', 'x'.repeat(1001)],
      ],
      'search',
      '1000 or fewer',
    ],
    ...['0', '201', '-1', '1.5', 'many', ''].map(
      limit =>
        [
          '/api/catalog/values',
          [
            ['property', 'event.plan'],
            ['limit', limit],
          ],
          'limit',
          'from 1 to 200',
        ] as const,
    ),
    ['/api/catalog/refresh', [['dataset', 'evnts']], 'dataset', 'There is: events'],
    ['/api/catalog/refresh', [['datset', 'events']], 'datset', 'Did you mean “dataset”?'],
  ])('%s with %j is refused at its parameter', async (path, parameters, place, says) => {
    const response = await ask(path, ...parameters)
    expect(response.status).toBe(400)
    const { error, problems } = await response.json()
    expect(error).toEqual({ code: 'invalid_query', path: place, message: expect.stringContaining(says) })
    expect(problems[0]).toEqual(error)
  })

  test('tells of everything that is not there at once', async () => {
    const { problems } = await (await ask('/api/catalog/values', ['property', 'event.plna'], ['event', 'a'], ['event', 'b'])).json()
    expect(problems.map(({ path }: { path: string }) => path)).toEqual(['property', 'event[0]', 'event[1]'])
  })

  test('says of the attributes of groups that they are not built yet', async () => {
    const response = await ask('/api/catalog/values', ['property', 'company.plan'])
    expect([response.status, (await response.json()).error]).toMatchObject([400, { code: 'not_supported', path: 'property' }])
  })
})
