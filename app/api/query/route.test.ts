import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readConfig } from '@/lib/config'
import { load, plainFields } from '@/lib/ingest'
import { closeStore, reachStore } from '@/lib/store'
import { POST } from './route'

const hostile = `it's "quoted" \\ back; drop.table -- $1 {{x}}\n🎉`
let folder: string

const line = (event_type: string, day: number, user_id: string | null, event_properties: object = {}) =>
  JSON.stringify({ event_type, event_time: `2026-10-0${day}T12:00:00Z`, user_id, event_properties })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'query-'))
  vi.stubEnv('SOUNDING_HOME', join(folder, 'home'))
  const lines = [
    line('signup', 1, 'ann', { plan: 'pro' }),
    line('signup', 2, 'bob', { plan: 'free' }),
    line('signup', 2, null, { plan: 'free' }),
    line('file_saved', 3, 'ann', { size: 10 }),
    line('file_saved', 3, 'ann', { size: '20' }),
    line(hostile, 3, hostile, { [hostile]: hostile }),
    ...['0001-01-01', '2026-10-03', '9999-12-31T23:59:59.999998Z', '9999-12-31T23:59:59.999999Z'].map(until =>
      line('granted', 3, 'ann', { until }),
    ),
  ]
  const path = join(folder, 'events.jsonl')
  writeFileSync(path, lines.join('\n'))
  const config = readConfig()
  const options = { dataset: 'events', files: [path], fields: plainFields, timezone: undefined, strict: true, onProgress: () => undefined }
  await load(config, await reachStore(config, {}), { ...options, now: new Date('2026-11-01T00:00:00Z') })
})

afterAll(async () => {
  await closeStore()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const october = { range: { from: '2026-10-01', to: '2026-10-04' }, asOf: '2026-11-01T00:00:00Z' }

const post = (body: unknown, { query = '', ...init }: RequestInit & { query?: string } = {}) =>
  POST(
    new Request(`http://127.0.0.1:3000/api/query${query}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { host: '127.0.0.1:3000' },
      ...init,
    }),
  )

const answerTo = async (body: unknown) => (await post(body)).json()

describe('POST /api/query', () => {
  test.each([
    ['before', '9999-12-31T23:59:59.999999Z', 3],
    ['before', '9999-12-31', 2],
    ['after', '9999-12-31T23:59:59.999999Z', 1],
    ['after', '0001-01-01', 4],
    ['before', '0001-01-01', 0],
    ['after', '2256-01-01T00:00:00.000001Z', 2],
  ])('tells times %s %s apart to the microsecond', async (op, value, events) => {
    const where = [{ property: 'event.until', op, value }]
    const series = [{ event: 'granted', where, measure: 'events' }]
    const answer = await answerTo({ kind: 'segmentation', ...october, interval: 'none', series, timezone: 'Europe/Budapest' })
    expect(answer).toMatchObject({ series: [{ total: events }] })
  })

  test.each(['calendar', 'elapsed'])('counts every later event as a return when “now” is the end of time, on the %s clock', async clock => {
    const answer = await answerTo({
      kind: 'retention',
      ...october,
      asOf: '9999-12-31T23:59:59Z',
      timezone: 'Europe/Budapest',
      start: { event: 'signup' },
      return: { event: 'file_saved' },
      unit: 'month',
      periods: 2,
      returnOn: 'onOrAfter',
      clock,
    })
    expect(answer).toMatchObject({ overall: { size: 2, returned: [1, 0, 0] } })
  })

  test('answers a segmentation, and says how', async () => {
    const answer = await answerTo({ kind: 'segmentation', ...october, series: [{ event: 'signup' }] })
    expect(answer).toMatchObject({
      kind: 'segmentation',
      buckets: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'],
      series: [{ series: 'A', label: 'signup', group: [], values: [1, 1, 0, 0], total: 2 }],
      meta: { engine: 'duckdb', cached: false, timezone: 'UTC', asOf: '2026-11-01T00:00:00.000Z' },
    })
    expect(answer.meta.sql).toContain('select')
    expect(answer.meta.parameters).toContain('signup')
  })

  test('answers a funnel', async () => {
    const answer = await answerTo({ kind: 'funnel', ...october, steps: [{ event: 'signup' }, { event: 'file_saved' }] })
    expect(answer.overall).toMatchObject({ counts: [2, 1], totalSeconds: { median: 172_800 } })
  })

  test('answers a retention', async () => {
    const question = { kind: 'retention', ...october, start: { event: 'signup' }, return: { event: '*' }, unit: 'day', periods: 2 }
    expect((await answerTo(question)).overall).toMatchObject({ size: 2, returned: [0, 0, 1], eligible: [2, 2, 2], rates: [0, 0, 0.5] })
  })

  test('takes any text for a name, a key and a value', async () => {
    const where = [{ property: `event.${hostile}`, op: 'is', value: hostile }]
    const question = {
      kind: 'segmentation',
      ...october,
      interval: 'none',
      series: [{ event: hostile, where }],
      breakdown: ['column.user_id'],
    }
    expect((await answerTo(question)).series).toMatchObject([{ group: [hostile], values: [1], total: 1 }])
  })

  test('explains in the dialect asked for, without running', async () => {
    const document = { kind: 'segmentation', ...october, series: [{ event: 'signup' }] }
    const explained = await (await post(document, { query: '?explain=1&dialect=databricks' })).json()
    expect(explained).toMatchObject({ dialect: 'databricks', parameters: ['signup'], sql: expect.stringContaining(':p1') })
    for (const query of ['?explain=1&dialect=oracle', '?explain=yes', '?explian=1', '?explain=1&explain=1'])
      expect((await post(document, { query })).status).toBe(400)
  })

  test.each([
    ['an event that is not there', { series: [{ event: 'signp' }] }, 'series[0].event', 'Did you mean “signup”?'],
    [
      'a property that is not there',
      { series: [{ event: 'signup' }], breakdown: ['event.plna'] },
      'breakdown[0]',
      'Did you mean “event.plan”?',
    ],
    ['a dataset that is not there', { series: [{ event: 'signup' }], dataset: 'evnts' }, 'dataset', 'There is: events'],
    ['a time zone that is not there', { series: [{ event: 'signup' }], timezone: 'Mars/Olympus' }, 'timezone', 'Europe/Budapest'],
    [
      'a pattern that is none',
      { where: [{ property: 'event.plan', op: 'matches', value: '(' }], series: [{ event: 'signup' }] },
      'where[0].value',
      'regular expression',
    ],
    [
      'a pattern that is too large for the engine',
      { where: [{ property: 'event.plan', op: 'notMatches', value: '\\p{Lu}{1000}' }], series: [{ event: 'signup' }] },
      'where[0].value',
      'too large',
    ],
    ['a formula that is none', { series: [{ event: 'signup' }], formulas: [{ formula: 'A / ' }] }, 'formulas[0].formula', 'ends too early'],
    [
      'a formula of a series that is not there',
      { series: [{ event: 'signup' }], formulas: [{ formula: 'A / B' }] },
      'formulas[0].formula',
      '“B”',
    ],
    ['a range that is empty', { series: [{ event: 'signup' }], range: { from: '2026-10-02', to: '2026-10-01' } }, 'range', 'holds no time'],
    ['a range after now', { series: [{ event: 'signup' }], range: { from: '2027-01-01', to: '2027-01-02' } }, 'range', 'holds no time'],
  ])('refuses %s, and says how to mend it', async (_, fields, path, says) => {
    const response = await post({ kind: 'segmentation', ...october, ...fields })
    expect(response.status).toBe(400)
    const { error, problems } = await response.json()
    expect(error).toMatchObject({ code: 'invalid_query', path, message: expect.stringContaining(says) })
    expect(problems[0]).toEqual(error)
  })

  test.each([
    ['population', { kind: 'segmentation', series: [{ measure: 'population' }] }, 'series[0].measure'],
    ['companies', { kind: 'segmentation', entity: 'company', series: [{ event: 'signup' }] }, 'entity'],
    ['strict funnels', { kind: 'funnel', order: 'strict', steps: [{ event: 'signup' }, { event: 'file_saved' }] }, 'order'],
    ['first entries', { kind: 'funnel', entries: 'first', steps: [{ event: 'signup' }, { event: 'file_saved' }] }, 'entries'],
    ['attribution', { kind: 'attribution' }, 'kind'],
  ])('says that %s are not built yet', async (_, fields, path) => {
    const response = await post({ ...october, ...fields })
    expect(response.status).toBe(400)
    expect((await response.json()).error).toMatchObject({ code: 'not_supported', path })
  })

  test('refuses what is no JSON, no object, or a megabyte', async () => {
    for (const body of ['{', '[]', '', JSON.stringify({ kind: 'segmentation', filler: 'x'.repeat(1_000_000) })]) {
      const response = await post(body)
      expect(response.status).toBe(400)
      expect((await response.json()).error.code).toBe('invalid_query')
    }
  })

  test('answers pages of this machine only', async () => {
    const document = { kind: 'segmentation', ...october, series: [{ event: 'signup' }] }
    const status = async (headers: Record<string, string>) => (await post(document, { headers })).status
    expect(await status({ host: 'localhost:3000', origin: 'http://localhost:3000' })).toBe(200)
    expect(await status({ host: '127.0.0.1:3000', origin: 'https://example.org' })).toBe(403)
    expect(await status({ host: 'rebound.example.org' })).toBe(403)
  })

  test('ends the query when the client goes', async () => {
    const client = new AbortController()
    const response = post({ kind: 'segmentation', ...october, series: [{ event: '*' }] }, { signal: client.signal })
    client.abort()
    expect((await response).status).toBe(499)
    expect((await post({ kind: 'segmentation', ...october, series: [{ event: '*' }] })).status).toBe(200)
  })
})
