import type { DuckDBConnection } from '@duckdb/node-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '@/lib/engines/duckdb'
import { createDataset, createStaged, eventsTable, quoteTable } from '@/sql/embedded'
import { select } from './connection'
import { ensureLayout } from './layout'
import { recountCatalog } from './recount'

const large = { upTo: 10, growth: 0.1 }
let database: Database
let connection: DuckDBConnection

beforeEach(async () => {
  database = await openDatabase({ path: ':memory:', memoryMb: 500 })
  connection = await database.connect()
  await ensureLayout(connection)
  for (const statement of createDataset('d')) await connection.run(statement)
})

afterEach(() => {
  connection.closeSync()
  database.close()
})

/** Adds `count` events of one type, and brings the catalog up to them. */
async function arrive(count: number, properties: string) {
  await connection.run(createStaged)
  await connection.run(
    `insert into staged select 1, 'a', timestamp '2026-10-01', 'u', map ${properties}, false, null from range(${count}) as range(n)`,
  )
  await connection.run(`insert into ${quoteTable(eventsTable('d'))} by name select event_type, event_time, event_properties from staged`)
  await recountCatalog(connection, 'd', { staged: { kind: 'table' }, taken: [1], typesReplaced: [] }, large)
  await connection.run('drop table staged')
}

const properties = () => select(connection, 'select key, type, events, distinct_values from sounding.catalog_properties order by key')

describe('the properties of very frequent events', () => {
  test('have the type of all their values, those that came last included', async () => {
    await arrive(100, "{'p': n::varchar, 'same': n::varchar}")
    await arrive(1, "{'p': 'some text', 'same': '7'}")
    expect(await properties()).toEqual([
      { key: 'p', type: 'text', events: '100', distinct_values: '100' },
      { key: 'same', type: 'number', events: '100', distinct_values: '100' },
    ])
    await arrive(1, "{'p': '1'}")
    expect((await properties())[0]).toMatchObject({ type: 'text' })
  })

  test('are known by name from their first event on, with all that is known of a property', async () => {
    await arrive(100, "{'p': 'x'}")
    await arrive(2, "{'new': (n + 1)::varchar}")
    expect(await select(connection, "select * exclude (dataset) from sounding.catalog_properties where key = 'new'")).toEqual([
      {
        event: 'a',
        key: 'new',
        events: '2',
        type: 'number',
        distinct_values: '2',
        top: [
          { value: '1', events: '1' },
          { value: '2', events: '1' },
        ],
      },
    ])
  })

  test('are counted anew when there are a tenth more events', async () => {
    await arrive(100, "{'p': 'x'}")
    await arrive(11, "{'p': 'y'}")
    expect(await properties()).toEqual([{ key: 'p', type: 'text', events: '111', distinct_values: '2' }])
  })
})
