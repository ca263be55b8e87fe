import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '@/lib/catalog'
import type { Config } from '@/lib/config'
import { type Database, openDatabase } from '@/lib/engines/duckdb'
import { makeSample } from '@/lib/sample'
import { ensureLayout, homeIn, reachStore, select } from '@/lib/store'
import { readDatasetEntries, readWholeDataset } from '@/lib/store/dataset'
import { allEventTypes, countEvents, createDataset, eventsTable, insertDataset, quoteTable, setSize } from '@/sql/embedded'
import { userKeysTable } from '@/sql/embedded/layout'
import { giveToHeavyUser, inventEvents } from './invent'

/** The datasets with invented events: without, and with, one user who has 0.5 % of the events of each type. */
export const inventedDataset = 'invented'
export const heavyDataset = 'invented_heavy'

export const configIn = (home: string): Config => ({ home, memoryMb: 8000, host: '127.0.0.1', port: 0 })

/** Opens a store as the product does, but with settings that may still be changed. */
export async function openHome(home: string, memoryMb: number): Promise<Database> {
  mkdirSync(home, { recursive: true })
  const { database, temporary } = homeIn(home)
  const opened = await openDatabase({ path: database, memoryMb, temporaryFolder: temporary })
  const connection = await opened.connect()
  await connection.run('set global threads = 2')
  connection.closeSync()
  return opened
}

export async function readDataset(database: Database, name: string): Promise<Dataset> {
  const connection = await database.connect()
  try {
    const entry = (await readDatasetEntries(connection)).find(candidate => candidate.name === name)
    if (entry === undefined) throw new Error(`there is no dataset ${name}`)
    return await readWholeDataset(connection, entry)
  } finally {
    connection.closeSync()
  }
}

/** The folder of a store with invented events; made when there is none. */
export async function inventedHome(cache: string, events: number, say: (text: string) => void): Promise<string> {
  const home = join(cache, `events-${events}`)
  if (existsSync(homeIn(home).database)) return home
  const making = join(cache, `making-${process.pid}`)
  const database = await openHome(making, 8000)
  const connection = await database.connect()
  try {
    await ensureLayout(connection)
    say(`inventing ${events.toLocaleString('en-US')} events`)
    for (const statement of inventEvents(events)) await connection.run(statement)
    await writeDataset(connection, inventedDataset)
    await connection.run(giveToHeavyUser)
    await writeDataset(connection, heavyDataset)
    await connection.run('checkpoint')
  } finally {
    connection.closeSync()
    database.close()
  }
  renameSync(making, home)
  return home
}

/** Writes the invented events as a load would leave them: keys for users, in order of type and time. */
async function writeDataset(connection: DuckDBConnection, dataset: string): Promise<void> {
  for (const statement of createDataset(dataset)) await connection.run(statement)
  const keys = quoteTable(userKeysTable(dataset))
  await connection.run(`insert into ${keys} select user_id, row_number() over () from (select distinct user_id from drawn_events)`)
  await connection.run(`insert into ${quoteTable(eventsTable(dataset))}
select event_type, event_time, drawn_events.user_id, event_properties, event_time::date, timestamp '2026-07-01', user_key, 1
from drawn_events join ${keys} as keys using (user_id) order by event_type, event_time`)
  await select(connection, insertDataset, dataset, 'UTC', false, '2026-07-01T00:00:00Z')
  const [row] = await select(connection, `select count(*) as events from ${quoteTable(eventsTable(dataset))}`)
  await select(connection, setSize, dataset, Number(row?.events), 0, 2)
  await writeCatalog(connection, dataset)
}

/** The names of events and properties, which questions are checked against; values are not counted. */
async function writeCatalog(connection: DuckDBConnection, dataset: string): Promise<void> {
  const types = (await select(connection, allEventTypes(dataset))).map(row => String(row.event_type))
  await select(connection, countEvents(dataset), dataset, types)
  await connection.run(`insert into sounding.catalog_properties
select '${dataset}', event_type, key, count(*), 'text', 1, []
from (select event_type, unnest(map_keys(event_properties)) as key from drawn_events using sample 1 percent (system, 1)) group by event_type, key`)
}

/** The folder of a store with the product's own sample; made when there is none. The sample ends on its day. */
export async function sampleHome(cache: string, now: Date, say: (text: string) => void): Promise<string> {
  const home = join(cache, 'sample')
  if (existsSync(homeIn(home).database)) return home
  say('making the sample')
  const config = configIn(home)
  await makeSample(config, await reachStore(config, {}), { dataset: 'sample', seed: 1, now, onProgress: () => undefined })
  return home
}
