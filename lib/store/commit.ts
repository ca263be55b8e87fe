import type { DuckDBConnection } from '@duckdb/node-api'
import {
  type AttributeSchema,
  appendEvents,
  attributeSchemas,
  attributesTable,
  countBySource,
  createAttributes,
  createDataset,
  deleteEvents,
  emptyDataset,
  extendUserKeys,
  forgetCatalog,
  forgetFiles,
  insertDataset,
  insertFile,
  quoteTable,
  readDataset,
  readFiles,
  rewriteEvents,
  type StagedEvents,
  setSize,
  setTimezone,
  typesOfFiles,
} from '@/sql/embedded'
import { type ArrivingFile, decide, type KnownFile } from './arriving'
import { inTransaction, type StoreRow, select } from './connection'
import { recountCatalog } from './recount'

/** A load that has been read and is to become part of the store. */
export interface Commit {
  readonly dataset: string
  /** The dataset's zone from now on; null keeps the one it has, UTC for a new one. */
  readonly timezone: string | null
  readonly isSample: boolean
  /** Whether the dataset holds nothing but this load afterwards. */
  readonly replacesAll: boolean
  /** ISO instant. */
  readonly now: string
  readonly staged: StagedEvents
  readonly files: readonly ArrivingFile[]
  /** Parquet files of attributes that become tables beside the events. */
  readonly attributes: readonly { readonly schema: AttributeSchema; readonly path: string }[]
}

export interface Committed {
  readonly added: number
  readonly filesTaken: number
  readonly filesReplaced: number
}

/** Makes a load part of the store: rows, user keys, manifest and catalog in one transaction. */
export function commit(connection: DuckDBConnection, load: Commit): Promise<Committed> {
  return inTransaction(connection, () => commitWithin(connection, load))
}

/** A table is written anew in order when more than this part of it lies out of order. */
const mostOutOfOrder = 0.25

async function commitWithin(connection: DuckDBConnection, load: Commit): Promise<Committed> {
  const { dataset, staged } = load
  const before = await prepareDataset(connection, load)
  const { take, replace } = decide(await knownFiles(connection, dataset), load.files)
  const taken = take.map(file => file.source)
  const typesReplaced = await replaceFiles(connection, dataset, replace)

  const eventsOf = new Map((await select(connection, countBySource(staged))).map(row => [Number(row.source), Number(row.events)]))
  const added = taken.reduce((sum, source) => sum + (eventsOf.get(source) ?? 0), 0)
  for (const file of take) {
    const number = before.nextFile + file.source
    const { path, hash, reading, rejected } = file
    await select(connection, insertFile, dataset, number, path, hash, reading, eventsOf.get(file.source) ?? 0, rejected, load.now)
  }

  await select(connection, extendUserKeys(dataset, staged), taken)
  const outOfOrder = before.tail + added + typesReplaced.events
  const total = before.sorted + before.tail + added
  const isRewritten = outOfOrder > total * mostOutOfOrder
  if (isRewritten) {
    const [write, ...swap] = rewriteEvents(dataset, staged, before.sorted + before.tail === 0)
    await select(connection, write, taken, before.nextFile, load.now)
    for (const statement of swap) await connection.run(statement)
  } else if (added > 0) {
    await select(connection, appendEvents(dataset, staged), taken, before.nextFile, load.now)
  }
  const kept = total - typesReplaced.events
  const nextFile = before.nextFile + Math.max(0, ...taken) + 1
  await select(connection, setSize, dataset, isRewritten ? kept : Math.max(0, kept - outOfOrder), isRewritten ? 0 : outOfOrder, nextFile)

  for (const { schema, path } of load.attributes) {
    await connection.run(createAttributes(schema, dataset, path))
  }
  await recountCatalog(connection, dataset, { staged, taken, typesReplaced: typesReplaced.types })
  return { added, filesTaken: take.length, filesReplaced: replace.length }
}

interface Before {
  readonly sorted: number
  readonly tail: number
  readonly nextFile: number
}

async function prepareDataset(connection: DuckDBConnection, load: Commit): Promise<Before> {
  const { dataset, timezone } = load
  const [row] = await select(connection, readDataset, dataset)
  if (!row) {
    await select(connection, insertDataset, dataset, timezone ?? 'UTC', load.isSample, load.now)
    for (const statement of createDataset(dataset)) await connection.run(statement)
    return { sorted: 0, tail: 0, nextFile: 1 }
  }
  if (timezone !== null && timezone !== row.timezone) await select(connection, setTimezone, dataset, timezone)
  if (!load.replacesAll) return { sorted: Number(row.sorted_rows), tail: Number(row.tail_rows), nextFile: Number(row.next_file) }
  await emptyAll(connection, dataset)
  return { sorted: 0, tail: 0, nextFile: Number(row.next_file) }
}

async function emptyAll(connection: DuckDBConnection, dataset: string): Promise<void> {
  const files = await knownFiles(connection, dataset)
  for (const statement of emptyDataset(dataset)) await connection.run(statement)
  for (const schema of attributeSchemas) await connection.run(`drop table if exists ${quoteTable(attributesTable(schema, dataset))}`)
  for (const statement of forgetCatalog) await select(connection, statement, dataset)
  await select(
    connection,
    forgetFiles,
    dataset,
    files.map(file => file.file),
  )
}

async function replaceFiles(connection: DuckDBConnection, dataset: string, files: readonly number[]) {
  if (files.length === 0) return { types: [], events: 0 }
  const types = (await select(connection, typesOfFiles(dataset), files)).map(row => String(row.event_type))
  const [deleted] = await select(connection, deleteEvents(dataset), files)
  await select(connection, forgetFiles, dataset, files)
  return { types, events: Number(deleted?.Count ?? 0) }
}

/** The files whose events a dataset holds. */
export async function knownFiles(connection: DuckDBConnection, dataset: string): Promise<readonly KnownFile[]> {
  return (await select(connection, readFiles, dataset)).map(toKnownFile)
}

function toKnownFile(row: StoreRow): KnownFile {
  return {
    file: Number(row.file),
    path: String(row.path),
    hash: String(row.hash),
    reading: String(row.reading),
    events: Number(row.events),
  }
}
