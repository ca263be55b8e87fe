import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '@/lib/engines/duckdb'
import { load, plainFields } from '@/lib/ingest'
import { reachStore } from '@/lib/store'
import { eventsTable, quoteTable } from '@/sql/embedded'
import { medianOf, type Taken } from './measure'
import { configIn, inventedDataset, openHome } from './stores'

export interface LoadRates {
  readonly events: number
  readonly megabytes: number
  readonly product: Taken
  readonly engine: Taken
}

const rounds = 3

/** Loads the same JSON lines with the product and with one statement of the engine, in turn, each into a new file. */
export async function loadRates(cache: string, home: string, of: number, events: number): Promise<LoadRates> {
  const lines = join(cache, `lines-${events}.jsonl`)
  if (!existsSync(lines)) await writeLines(home, lines, of, events)
  const product: Taken[] = []
  const engine: Taken[] = []
  for (let round = 0; round < rounds; round++) {
    engine.push(await timed(() => loadByEngine(cache, lines)))
    product.push(await timed(() => loadByProduct(cache, lines)))
  }
  return { events, megabytes: statSync(lines).size / 1e6, product: medianOf(product), engine: medianOf(engine) }
}

async function timed(work: () => Promise<void>): Promise<Taken> {
  const started = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - started }
}

/** So many of a store's events, in order of time, as they are written when things happen. */
async function writeLines(home: string, path: string, of: number, events: number): Promise<void> {
  const database = await openHome(home, 8000)
  const connection = await database.connect()
  await connection.run(`copy (
  select event_type, strftime(event_time, '%Y-%m-%dT%H:%M:%S.%fZ') as event_time, user_id, event_properties::json as event_properties
  from ${quoteTable(eventsTable(inventedDataset))} where hash(user_id, event_time) % 1000 < ${Math.ceil((events / of) * 1000)}
  order by event_time limit ${events}) to '${path}' (format json)`)
  connection.closeSync()
  database.close()
}

async function loadByEngine(cache: string, lines: string): Promise<void> {
  const path = join(cache, 'by-engine.duckdb')
  rmSync(path, { force: true })
  const database = await openDatabase({ path, memoryMb: 8000, temporaryFolder: join(cache, 'temporary') })
  const connection = await database.connect()
  await connection.run('set threads = 2')
  await connection.run(`create table events as
select event_type, event_time, user_id, event_properties
from read_json('${lines}', format = 'newline_delimited',
  columns = {event_type: 'varchar', event_time: 'timestamp', user_id: 'varchar', event_properties: 'map(varchar, varchar)'})
order by event_type, event_time`)
  await connection.run('checkpoint')
  connection.closeSync()
  database.close()
  rmSync(path, { force: true })
}

async function loadByProduct(cache: string, lines: string): Promise<void> {
  const home = join(cache, 'by-product')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home)
  const config = configIn(home)
  const summary = await load(config, await reachStore(config, {}), {
    dataset: 'events',
    files: [lines],
    fields: plainFields,
    timezone: undefined,
    strict: true,
    now: new Date(),
    onProgress: () => undefined,
  })
  if (!summary.isCommitted) throw new Error('the product refused the lines')
  rmSync(home, { recursive: true, force: true })
}
