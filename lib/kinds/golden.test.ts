import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatSql } from '@/components/answer/format-sql'
import { type Database, openDatabase } from '@/lib/engines/duckdb'
import { datasetNaming } from '@/lib/oracle/example-dataset'
import { forDialect } from '@/lib/run/for-dialect'
import { compile, type DialectName, dialects } from '@/sql'
import { examples as funnels } from './funnel/examples'
import { kinds } from './index'
import { examples as retentions } from './retention/examples'
import { examples as segmentations } from './segmentation/examples'

const examples = { segmentation: segmentations, funnel: funnels, retention: retentions } satisfies Record<keyof typeof kinds, unknown>
const dialectNames = Object.keys(dialects) as DialectName[]

let database: Database
beforeAll(async () => {
  database = await openDatabase({ path: ':memory:' })
  const connection = await database.connect()
  await connection.run(`create table main.sample (event_type varchar, event_time timestamp, user_id varchar,
    event_properties map(varchar, varchar), date date, dl_updated_at timestamp, user_key integer)`)
  connection.closeSync()
})
afterAll(() => database.close())

async function statementOf(kind: keyof typeof kinds, document: unknown, dialect: DialectName) {
  const compiler = await kinds[kind].loadCompiler()
  const dataset = datasetNaming(examples[kind].map(example => example.document))
  const prepared = compiler.prepare(document as never, forDialect(dataset, dialect), new Date(0))
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems))
  return compile(dialect, `Sounding: ${kind}`, prepared.value.plan)
}

describe.each(Object.keys(examples) as (keyof typeof examples)[])('the SQL of a %s', kind => {
  const cases = examples[kind].flatMap(({ name, document }) => dialectNames.map(dialect => ({ name, dialect, document })))

  test.each(cases)('$name in $dialect reads as it was signed', async ({ name, dialect, document }) => {
    const { sql, parameters, placeholders } = await statementOf(kind, document, dialect)
    const text = await formatSql(sql, dialect)
    expect(text).toContain('\n')
    const bound = parameters.map((value, index) => `-- ${placeholders[index]}: ${JSON.stringify(value)}\n`).join('')
    await expect(`${text}\n${bound}`).toMatchFileSnapshot(`${kind}/golden/${name}.${dialect}.sql`)
  })

  const named = examples[kind].map(({ name, document }) => ({ name, document }))
  test.each(named)('$name is understood by the embedded engine', async ({ document }) => {
    const { sql, parameters } = await statementOf(kind, document, 'duckdb')
    const connection = await database.connect()
    try {
      const names = new Set([...sql.matchAll(/"u"\."([^"]+)"/g)].map(match => match[1]))
      names.delete('user_key')
      const columns = ['user_key integer', ...[...names].map(name => `"${name}" varchar`)].join(', ')
      await connection.run(`create or replace table main."users of sample" (${columns})`)
      const explained = await connection.runAndReadAll(`explain ${sql}`, [...parameters])
      expect(explained.getRows()).toHaveLength(1)
    } finally {
      connection.closeSync()
    }
  })
})
