import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '@/lib/engines/duckdb'
import { inTransaction, select } from '@/lib/store'
import { createStaged, readLines, sourcesWithTwins } from '@/sql/embedded'
import { readEvent } from './read-event'
import { LineError } from './scan-line'
import { plainFields } from './stage'

const folder = mkdtempSync(join(tmpdir(), 'readers-'))
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: ':memory:', memoryMb: 500 })
})

afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

interface Read {
  readonly event_type: unknown
  readonly micros: unknown
  readonly user_id: unknown
  readonly properties: unknown
}

/** What the engine makes of the only line of a file; undefined when it leaves the line to the slow reader. */
async function readByEngine(line: string): Promise<Read | undefined> {
  const path = join(folder, 'line.jsonl')
  writeFileSync(path, `${line}\n`)
  const connection = await database.connect()
  await connection.run(createStaged)
  await select(connection, readLines(plainFields, { longestLine: 1e6 }), [path], [0])
  const twins = await select(connection, sourcesWithTwins)
  const [row] = await select(
    connection,
    'select event_type, epoch_us(event_time)::varchar as micros, user_id, event_properties as properties, care from staged',
  )
  await inTransaction(connection, () => connection.run('drop table staged'))
  connection.closeSync()
  if (row === undefined || row.care === true || twins.length > 0) return undefined
  const { event_type, micros, user_id, properties } = row
  return { event_type, micros, user_id, properties }
}

function readByHand(line: string): Read | undefined {
  try {
    const { event_type, event_time, user_id, properties } = readEvent(line, plainFields)
    const [whole = '', fraction = ''] = event_time.replace(/(Z|[+-]\d\d:\d\d)$/, '').split('.')
    const offset = /(Z|[+-]\d\d:\d\d)$/.exec(event_time)?.[1] ?? 'Z'
    const micros = Date.parse(`${whole}${offset}`) * 1000 + Number(fraction.padEnd(6, '0'))
    return { event_type, micros: String(micros), user_id, properties: properties.map(({ name, text }) => ({ key: name, value: text })) }
  } catch (error) {
    if (error instanceof LineError) return undefined
    throw error
  }
}

const blank = fc.constantFrom('', '', '', ' ', '\t')
const quoted = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 5 }).map(text => JSON.stringify(text)),
  fc.constantFrom('"k"', '"k,"', '"k:"', '"{"', '":1.10,"', '": 1e3}"', '":null,"', '" :null}"', '",\\":null"'),
  fc.constantFrom('"a"', '""', '"\\u00e9\\n\\/"', '"1.10, x"', '"null"', '"true"', '"\\ud83d\\ude00"', '"\\ud800"', '"{\\"n\\":1.50}"'),
)
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
  fc.bigInt().map(String),
  fc.constantFrom(
    '1.10',
    '1.0',
    '0.0',
    '-0',
    '-0.0',
    '1e3',
    '1E-7',
    '1e-7',
    '0.00001',
    '0.0000001',
    '123456789012345678',
    '1e400',
    '0.1234567890123456789',
    '1.',
    '01',
    'NaN',
    '-Infinity',
  ),
)
const { value } = fc.letrec(tie => ({
  value: fc.oneof({ depthSize: 'small' }, quoted, number, fc.constantFrom('true', 'false', 'null', 'tru'), tie('list'), tie('object')),
  list: fc.tuple(blank, fc.array(tie('value'), { maxLength: 3 })).map(([space, items]) => `[${items.join(`,${space}`)}]`),
  object: fc
    .tuple(blank, fc.array(fc.tuple(quoted, tie('value')), { maxLength: 3 }))
    .map(([space, members]) => `{${members.map(([key, item]) => `${key}:${space}${item}`).join(',')}${space}}`),
}))
const time = fc.constantFrom(
  '"2026-10-01T16:12:14.721323Z"',
  '"2026-10-01 16:12:14.7+02:00"',
  '"2026-10-01T16:12"',
  '"2026-10-01"',
  '"1969-12-31T23:59:59.999999Z"',
  '"2024-02-29T00:00:00.1234567-08"',
  '"2026-02-30"',
  '"2026-10-01T24:00:00Z"',
  '"2026-10-01T10:00:00+0200"',
  '"0001-01-01T00:00:00Z"',
  '"infinity"',
  '1790000000',
  'null',
)
const line = fc
  .record({
    type: fc.oneof(quoted, value),
    at: time,
    user: fc.oneof(quoted, value),
    properties: fc.oneof({ weight: 4, arbitrary: fc.array(fc.tuple(quoted, value), { maxLength: 4 }) }, { weight: 1, arbitrary: value }),
    space: blank,
  })
  .map(({ type, at, user, properties, space }) => {
    const object = Array.isArray(properties)
      ? `{${properties.map(([key, item]) => `${key}:${space}${item}`).join(`,${space}`)}}`
      : properties
    return `{"event_type":${space}${type},"event_time":${at},${space}"user_id":${user},"event_properties":${space}${object}}`
  })

describe('the two readers', () => {
  test('agree on every line that the engine is trusted with', async () => {
    await fc.assert(
      fc.asyncProperty(line, async text => {
        const fast = await readByEngine(text)
        if (fast !== undefined) expect(fast).toEqual(readByHand(text))
      }),
      { numRuns: 1500 },
    )
  })

  test.each([
    ['{"event_type":"a","event_time":"2026-10-01","user_id":"u","event_properties":{"s":"é","n":12.5,"b":true,"l":[1,"x"]}}', true],
    ['{"event_type": "a", "event_time": "2026-10-01", "event_properties": {"n": 12.5, "gone": null}}', true],
    ['{"event_type":"a","event_time":"2026-10-01","event_properties":{"n":12.50,"gone":null,"e":-1e3 }}', true],
    ['{"event_type":"a","event_time":"2026-10-01","event_properties":{"l":[12.50]}}', false],
    ['{"event_type":"a","event_time":"2026-10-01","event_properties":{"o":{"n":12.50}}}', false],
    ['{"event_type":"a","event_time":"2026-10-01","event_properties":{"n":NaN}}', false],
    ['{"event_type":"a","event_time":"2026-10-01","event_properties":{"n":[1,-Infinity]}}', false],
    ['{"event_type":"a","event_time":"2026-10-01","other":nan}', false],
  ])('%s is trusted to the engine: %s', async (text, isTrusted) => {
    expect((await readByEngine(text)) !== undefined).toBe(isTrusted)
  })
})
