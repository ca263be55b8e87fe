import type { DuckDBConnection } from '@duckdb/node-api'
import {
  allEventTypes,
  countEvents,
  countProperties,
  forgetCatalog,
  forgetEvents,
  forgetProperties,
  readCounted,
  readEventCounts,
  type StagedEvents,
  setCounted,
  stagedTypes,
  typesWithNewKeys,
} from '@/sql/embedded'
import { select, type Value } from './connection'

interface Changes {
  readonly staged: StagedEvents
  readonly taken: readonly number[]
  readonly typesReplaced: readonly string[]
}

/** Up to so many events of a type, its properties are counted anew at every load. */
const alwaysRecounted = 1_000_000
/** Beyond that, when it has grown by this part since they were counted, or has a new property. */
const growth = 0.1

/** Brings the catalog up to a load: events always and exactly, the properties of very frequent events when they have changed enough. */
export async function recountCatalog(
  connection: DuckDBConnection,
  dataset: string,
  { staged, taken, typesReplaced }: Changes,
): Promise<void> {
  const texts = async (sql: string, ...values: readonly Value[]) =>
    (await select(connection, sql, ...values)).map(row => String(row.event_type))
  const types = [...new Set([...typesReplaced, ...(await texts(stagedTypes(staged), taken))])]
  const counted = new Map(
    (await select(connection, readCounted, dataset, types)).map(row => [String(row.event), Number(row.counted_events)]),
  )
  await select(connection, forgetEvents, dataset, types)
  await select(connection, countEvents(dataset), dataset, types)
  const events = new Map((await select(connection, readEventCounts, dataset, types)).map(row => [String(row.event), Number(row.events)]))
  const isAnyLarge = [...events.values()].some(count => count > alwaysRecounted)
  const withNewKeys = new Set(isAnyLarge ? await texts(typesWithNewKeys(staged), dataset, taken) : [])

  const isRecounted = (type: string) => {
    const now = events.get(type) ?? 0
    const then = counted.get(type) ?? 0
    return now <= alwaysRecounted || withNewKeys.has(type) || Math.abs(now - then) > then * growth
  }
  const recounted = types.filter(isRecounted)
  await countAnew(connection, dataset, recounted)
  for (const type of types) {
    const then = recounted.includes(type) ? events.get(type) : counted.get(type)
    await select(connection, setCounted, dataset, type, then ?? 0)
  }
}

/** Counts all events and properties of a dataset anew. */
export async function recountAll(connection: DuckDBConnection, dataset: string): Promise<void> {
  const types = (await select(connection, allEventTypes(dataset))).map(row => String(row.event_type))
  for (const statement of forgetCatalog) await select(connection, statement, dataset)
  await select(connection, countEvents(dataset), dataset, types)
  await countAnew(connection, dataset, types)
  for (const row of await select(connection, readEventCounts, dataset, types)) {
    await select(connection, setCounted, dataset, String(row.event), Number(row.events))
  }
}

async function countAnew(connection: DuckDBConnection, dataset: string, types: readonly string[]): Promise<void> {
  if (types.length === 0) return
  await select(connection, forgetProperties, dataset, types)
  await select(connection, countProperties(dataset), dataset, types)
}
