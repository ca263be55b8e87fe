import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Config, readConfig } from '@/lib/config'
import { openStore, reachStore, select } from '@/lib/store'
import { type LoadOptions, type LoadSummary, load } from './load'
import { plainFields } from './stage'

let folder: string
let config: Config

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-'))
  config = { ...readConfig({ SOUNDING_HOME: join(folder, 'home') }), memoryMb: 1000 }
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function loaded(files: readonly string[], options: Partial<LoadOptions> = {}): Promise<LoadSummary> {
  return load(config, await reachStore(config, {}), {
    dataset: 'events',
    files,
    fields: plainFields,
    timezone: undefined,
    strict: false,
    now: new Date('2026-11-01T00:00:00Z'),
    onProgress: () => undefined,
    ...options,
  })
}

async function rows(sql = 'select * exclude (dl_updated_at, source_file, user_key) from main.events order by event_time, event_type') {
  const database = await openStore(config)
  const connection = await database.connect()
  try {
    return await select(connection, sql)
  } finally {
    connection.closeSync()
    database.close()
  }
}

const event = (type: string, time = '2026-10-01T10:00:00Z', more: object = {}) =>
  `${JSON.stringify({ event_type: type, event_time: time, ...more })}\n`
const types = async () => (await rows()).map(row => row.event_type)
const propertiesOf = async () => (await rows()).map(row => row.event_properties)
const readRejects = (summary: LoadSummary) =>
  readFileSync(summary.rejects ?? '', 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

describe('loading files', () => {
  test('makes texts of properties as they were written, and leaves nulls out', async () => {
    const path = file(
      'a.jsonl',
      `{"event_type":"a","event_time":"2026-10-01T16:12:14.721323+02:00","user_id":"u","event_properties":{"t":true,"n":0.5,"m":1.10,"e":1e3,"big":12345678901234567890123,"o":{"x": [1, 2.50, null]},"z":null,"s":"x"}}\n`,
    )
    await loaded([path])
    expect(await rows()).toEqual([
      {
        event_type: 'a',
        event_time: '2026-10-01 14:12:14.721323',
        user_id: 'u',
        date: '2026-10-01',
        event_properties: [
          { key: 't', value: 'true' },
          { key: 'n', value: '0.5' },
          { key: 'm', value: '1.10' },
          { key: 'e', value: '1e3' },
          { key: 'big', value: '12345678901234567890123' },
          { key: 'o', value: '{"x":[1,2.50,null]}' },
          { key: 's', value: 'x' },
        ],
      },
    ])
  })

  test('takes hostile names and values like any text', async () => {
    const properties = { "it's": '"; drop table x; --', 'a.b': '1', $x: '😀', '': 'empty key', 'new\nline': 'tab\t\\', null: 'null' }
    await loaded([file("it's; [1]*?.jsonl", event('q"uo\'te\n;--\\', undefined, { user_id: 'ü\u0000', event_properties: properties }))])
    expect(await rows()).toMatchObject([{ event_type: 'q"uo\'te\n;--\\', user_id: 'ü\u0000' }])
    expect((await propertiesOf())[0]).toEqual(Object.entries(properties).map(([key, value]) => ({ key, value })))
  })

  test('keeps events without a user, and numbers as users', async () => {
    await loaded([file('a.jsonl', event('a') + event('b', undefined, { user_id: null }) + event('c', undefined, { user_id: 12 }))])
    expect(await rows('select event_type, user_id, user_key from main.events order by 1')).toEqual([
      { event_type: 'a', user_id: null, user_key: null },
      { event_type: 'b', user_id: null, user_key: null },
      { event_type: 'c', user_id: '12', user_key: 1 },
    ])
  })

  test('gives each user one key, also in later loads', async () => {
    await loaded([file('a.jsonl', ['x', 'y', 'x'].map(user => event('a', undefined, { user_id: user })).join(''))])
    await loaded([file('b.jsonl', ['y', 'z'].map(user => event('b', undefined, { user_id: user })).join(''))])
    expect(
      await rows('select count(distinct user_id)::integer as users, count(distinct user_key)::integer as keys from main.events'),
    ).toEqual([{ users: 3, keys: 3 }])
    expect(await rows('select user_id from main.events group by user_id having count(distinct user_key) <> 1')).toEqual([])
  })

  test('reads times without an offset in the zone asked for, on both sides of a change of clocks', async () => {
    const path = file('a.jsonl', event('a', '2026-10-24 12:00:00') + event('b', '2026-10-26T12:00') + event('c', '2026-10-26T12:00:00Z'))
    await loaded([path], { timezone: 'Europe/Budapest' })
    expect((await rows()).map(row => row.event_time)).toEqual(['2026-10-24 10:00:00', '2026-10-26 11:00:00', '2026-10-26 12:00:00'])
    expect(await rows('select timezone from sounding.datasets')).toEqual([{ timezone: 'Europe/Budapest' }])
  })

  test('counts bad lines, keeps them with their number and reason, and loads the others', async () => {
    const good = event('good')
    const path = file(
      'a.jsonl',
      `${good}\nnot json\r\n${good}{"event_time":"2026-10-01"}\n{"event_type":"a","event_time":"soon"}\n{"event_type":"a","event_time":"2026-10-01","event_properties":[1]}\n`,
    )
    const summary = await loaded([path])
    expect(summary).toMatchObject({ lines: 6, added: 2, rejected: 4, isCommitted: true })
    expect(readRejects(summary)).toEqual([
      { file: path, line: 3, reason: 'the line is not a JSON object', text: 'not json' },
      { file: path, line: 5, reason: 'no “event_type”', text: '{"event_time":"2026-10-01"}' },
      { file: path, line: 6, reason: expect.stringContaining('“event_time” is not a time'), text: expect.any(String) },
      { file: path, line: 7, reason: '“event_properties” is not an object', text: expect.any(String) },
    ])
  })

  test('finds each bad line where it stands, however the lines around it are written', async () => {
    const odd = '{"event_type":"odd","event_time":"2026-10-01T10:00:00+0200","event_properties":{"o":{"n":1.50},"l":[1,],}}\n'
    const nan = '{"event_type":"a","event_time":"2026-10-01","event_properties":{"nan":NaN}}'
    const path = file('a.jsonl', `\uFEFF${event('bom')}{"a":\n${odd} ${nan}\r\n\n${odd}${nan}\n`)
    const summary = await loaded([path])
    expect(summary).toMatchObject({ lines: 6, added: 3, rejected: 3 })
    const isNoNumber = 'not JSON: a value was expected at character 71, where “N” stands'
    expect(readRejects(summary)).toEqual([
      { file: path, line: 2, reason: 'not JSON: a value was expected at character 6, where the line ends', text: '{"a":' },
      { file: path, line: 4, reason: isNoNumber.replace('71', '72'), text: ` ${nan}` },
      { file: path, line: 7, reason: isNoNumber, text: nan },
    ])
    expect(await propertiesOf()).toEqual([
      ...[1, 2].map(() => [
        { key: 'o', value: '{"n":1.50}' },
        { key: 'l', value: '[1]' },
      ]),
      [],
    ])
  })

  test('takes a file that is nothing but bad lines', async () => {
    const summary = await loaded([file('few.jsonl', '?\n'), file('many.jsonl', '?\n'.repeat(10_001)), file('good.jsonl', event('good'))])
    expect(summary).toMatchObject({ lines: 10_003, added: 1, rejected: 10_002 })
    expect(readRejects(summary).at(-1)).toMatchObject({ line: 10_001 })
  })

  test('loads nothing when it is strict and a line is bad', async () => {
    const summary = await loaded([file('a.jsonl', `${event('a')}?\n`)], { strict: true })
    expect(summary).toMatchObject({ added: 0, rejected: 1, isCommitted: false })
    expect(await rows('select count(*)::integer as n from sounding.datasets')).toEqual([{ n: 0 }])
  })

  test('reads what editors and systems leave in files', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF'),
      Buffer.from(event('bom').replace('\n', '\r\n')),
      Buffer.from('  \r\n\n'),
      Buffer.from(event('last').trimEnd()),
    ])
    expect(await loaded([file('a.jsonl', bytes), file('empty.jsonl', ''), file('empty.jsonl.gz', '')])).toMatchObject({
      lines: 2,
      added: 2,
      rejected: 0,
    })
    expect(await types()).toEqual(['bom', 'last'])
  })

  test('reads gzip by its content, whatever the name, and parts that were joined', async () => {
    const parts = Buffer.concat([gzipSync(event('a')), gzipSync(event('b'))])
    await loaded([file('a.json.gz', parts), file('b.json', gzipSync(event('c'))), file('c.json.gz', event('d'))])
    expect(await types()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('rejects a compressed file that was cut off, and loads the others', async () => {
    const whole = gzipSync(event('a').repeat(1000) + Math.random())
    const cut = file('cut.json.gz', whole)
    truncateSync(cut, whole.length - 9)
    const summary = await loaded([cut, file('b.json', event('b'))])
    expect(summary).toMatchObject({ filesUnreadable: 1, added: 1, rejected: 1 })
    expect(readRejects(summary)).toMatchObject([{ file: cut, line: null, reason: expect.stringContaining('cannot be read to its end') }])
  })

  test('rejects lines that are not UTF-8', async () => {
    const path = file('a.jsonl', Buffer.concat([Buffer.from(event('a')), Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 10])]))
    const summary = await loaded([path])
    expect(summary).toMatchObject({ added: 1, rejected: 1 })
    expect(readRejects(summary)).toMatchObject([{ line: 2, reason: 'not UTF-8' }])
  })

  test('takes very long lines', async () => {
    const long = 'x'.repeat(20_000_000)
    config = { ...config, memoryMb: 256 }
    expect(await loaded([file('a.jsonl', event('a', undefined, { event_properties: { long } }) + event('b'))])).toMatchObject({
      added: 2,
      rejected: 0,
    })
    expect(await rows("select length(event_properties['long'])::integer as n from main.events where event_type = 'a'")).toEqual([
      { n: long.length },
    ])
  })

  test('takes the first of a key that comes twice', async () => {
    await loaded([file('a.jsonl', '{"event_type":"a","event_time":"2026-10-01","event_properties":{"k":"1","k":"2"}}\n')])
    expect(await propertiesOf()).toEqual([[{ key: 'k', value: '1' }]])
  })

  test('reads fields of other names', async () => {
    const fields = { event_type: 'name', event_time: 'ts', user_id: 'uid', event_properties: 'data/x' }
    await loaded([file('a.jsonl', '{"name":"a","ts":"2026-10-01","uid":"u","data/x":{"k":1}}\n')], { fields })
    expect(await rows()).toMatchObject([{ event_type: 'a', user_id: 'u', event_properties: [{ key: 'k', value: '1' }] }])
  })
})

describe('loading again', () => {
  test('adds nothing, wherever the same content lies', async () => {
    const path = file('a.jsonl', event('a'))
    await loaded([path])
    cpSync(path, join(folder, 'copy.jsonl'))
    expect(await loaded([path, join(folder, 'copy.jsonl')])).toMatchObject({ added: 0, filesUnchanged: 2 })
    expect(await types()).toEqual(['a'])
  })

  test('replaces what came from a file that has changed', async () => {
    const path = file('a.jsonl', event('a'))
    await loaded([path, file('b.jsonl', event('b'))])
    appendFileSync(path, `${event('c')}{"event_type":`)
    expect(await loaded([path])).toMatchObject({ added: 2, filesReplaced: 1, rejected: 1 })
    expect(await types()).toEqual(['a', 'b', 'c'])
    appendFileSync(path, '"d","event_time":"2026-10-01"}\n')
    expect(await loaded([path])).toMatchObject({ added: 3, filesReplaced: 1, rejected: 0 })
    expect((await types()).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('reads a file anew when it is to be read in another way', async () => {
    const path = file('a.jsonl', event('a', '2026-10-01T12:00:00'))
    await loaded([path])
    await loaded([path], { timezone: 'Asia/Kathmandu' })
    expect((await rows()).map(row => row.event_time)).toEqual(['2026-10-01 06:15:00'])
    expect(await loaded([path])).toMatchObject({ filesUnchanged: 1 })
  })

  test('keeps the order of the table, and its count of what lies out of order', async () => {
    mkdirSync(join(folder, 'many'))
    const write = (name: string, count: number) =>
      file(
        join('many', name),
        Array.from({ length: count }, (_, i) => event(i % 2 ? 'b' : 'a', `2026-10-0${1 + (i % 9)}T10:00:00Z`)).join(''),
      )
    await loaded([write('1.jsonl', 100)])
    await loaded([write('2.jsonl', 20)])
    const size = 'select sorted_rows, tail_rows from sounding.datasets'
    expect(await rows(size)).toEqual([{ sorted_rows: '100', tail_rows: '20' }])
    await loaded([write('3.jsonl', 30)])
    expect(await rows(size)).toEqual([{ sorted_rows: '150', tail_rows: '0' }])
    expect(
      await rows(
        'select count(*)::integer as n from (select event_type, lag(event_type) over (order by rowid) as before from main.events) where before > event_type',
      ),
    ).toEqual([{ n: 0 }])
  })

  test('leaves nothing behind in the staging folder', async () => {
    await loaded([file('a.jsonl', `${event('a')}?\n`)])
    expect(readdirSync(join(config.home, 'staging'))).toEqual([])
  })
})
