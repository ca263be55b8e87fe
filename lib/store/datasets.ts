import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '@/lib/catalog'
import { type Database, isBroken } from '@/lib/engines/duckdb'
import { fail, problem, type Result, succeed } from '@/lib/problems'
import { type DatasetEntry, readDatasetEntries, readWholeDataset } from './dataset'
import { letGo, storeDatabase } from './served'

/** Runs `work` on a connection of this process's store. Rejects with a `store_unavailable` problem when it cannot be opened. */
export async function withConnection<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const database = await storeDatabase()
  try {
    const connection = await database.connect()
    try {
      return await work(connection)
    } finally {
      connection.closeSync()
    }
  } catch (error) {
    if (isBroken(error)) await letGo(database)
    throw error
  }
}

/** What is loaded: own datasets before the sample; the first is the default. */
export function listDatasets(): Promise<readonly DatasetEntry[]> {
  return withConnection(readDatasetEntries)
}

interface Remembered {
  readonly stamp: number
  readonly dataset: Promise<Dataset>
}

interface Memory {
  /** What is remembered was read from this opening of the store; others may have changed it since. */
  readonly database: Database
  stamp: number
  readonly byName: Map<string, Remembered>
}

const place = Symbol.for('sounding.datasets')
const holder = globalThis as typeof globalThis & { [place]?: Memory }

async function memory(): Promise<Memory> {
  const database = await storeDatabase()
  if (holder[place]?.database !== database) holder[place] = { database, stamp: 0, byName: new Map() }
  return holder[place]
}

/** To be called after every change of the store in this process. */
export function forgetDatasets(): void {
  const remembered = holder[place]
  if (remembered) remembered.stamp++
}

/** Where a dataset lies and what is in it; without a name the default one. The problem of an unknown name stands at `dataset`. */
export function openDataset(name?: string): Promise<Result<Dataset>> {
  return withConnection(async connection => {
    const entries = await readDatasetEntries(connection)
    const entry = name === undefined ? entries[0] : entries.find(candidate => candidate.name === name)
    if (entry) return succeed(await remembered(connection, entry))
    if (name === undefined) return fail(problem('noDataset', ['dataset']))
    return fail(problem('unknownDataset', ['dataset'], { dataset: name, known: entries.map(candidate => candidate.name) }))
  })
}

async function remembered(connection: DuckDBConnection, entry: DatasetEntry): Promise<Dataset> {
  const { stamp, byName } = await memory()
  const found = byName.get(entry.name)
  if (found?.stamp === stamp) return found.dataset
  const dataset = readWholeDataset(connection, entry)
  byName.set(entry.name, { stamp, dataset })
  dataset.catch(() => byName.delete(entry.name))
  return dataset
}
