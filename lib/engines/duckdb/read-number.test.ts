import { LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { randomFrom } from '@/lib/oracle/random'
import { readNumber } from '@/lib/oracle/reading'
import { compile } from '@/sql'
import { openDatabase } from './database'

const alphabets = [
  '0123456789+-.eE_ \t\n\u000b\f\rinfaNxXdDpPlLuU\'"#$%&(),',
  '019+-.eE _\t',
  '0x1bBoO_+-',
  'infatyINFATYna+- ',
  '٣１½²\u00a0\u2003\u00851 .e-',
  '1e.9+-',
]

test('reads as a number just what the contract does', async () => {
  const random = randomFrom(7)
  const texts = alphabets.flatMap(alphabet => {
    const characters = [...alphabet]
    return Array.from({ length: 20_000 }, () => Array.from({ length: 1 + random.below(8) }, () => random.pick(characters)).join(''))
  })
  const database = await openDatabase({ path: ':memory:' })
  const connection = await database.connect()
  await connection.run('create table texts as select unnest($1) as text', [listValue(texts)], [LIST(VARCHAR)])
  const { sql } = compile('duckdb', 'texts', ({ db, eb, verbs }) =>
    db.selectFrom('texts').select(['text', verbs.readNumber(eb.ref('text')).as('number')]),
  )
  const rows = (await connection.runAndReadAll(sql)).getRows()
  connection.closeSync()
  database.close()
  expect(rows).toHaveLength(texts.length)
  expect(rows.filter(([, number]) => number !== null).length).toBeGreaterThan(2000)
  expect(rows.filter(([text, number]) => readNumber(String(text)) !== number).slice(0, 5)).toEqual([])
})
