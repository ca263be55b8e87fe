import type { DuckDBConnection } from '@duckdb/node-api'
import {
  addProperties,
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
} from '@/sql/embedded'
import { select } from './connection'

interface Changes {
  readonly staged: StagedEvents
  readonly taken: readonly number[]
  readonly typesReplaced: readonly string[]
}

export interface Recounting {
  /** Up to so many events of a type, its properties are counted anew at every load. */
  readonly upTo: number
  /** Beyond that, when it has grown or shrunk by this part since they were counted. */
  readonly growth: number
}

const usual: Recounting = { upTo: 1_000_000, growth: 0.1 }

/**
 * Brings the catalog up to a load: events always and exactly. Of the properties of very frequent events it always knows all names, and a type
 * that all values read as; how often their values occur is counted when there are enough new ones.
 */
export async function recountCatalog(
  connection: DuckDBConnection,
  dataset: string,
  { staged, taken, typesReplaced }: Changes,
  { upTo, growth } = usual,
): Promise<void> {
  const arrived = (await select(connection, stagedTypes(staged), taken)).map(row => String(row.event_type))
  const types = [...new Set([...typesReplaced, ...arrived])]
  const counted = new Map(
    (await select(connection, readCounted, dataset, types)).map(row => [String(row.event), Number(row.counted_events)]),
  )
  await select(connection, forgetEvents, dataset, types)
  await select(connection, countEvents(dataset), dataset, types)
  const events = new Map((await select(connection, readEventCounts, dataset, types)).map(row => [String(row.event), Number(row.events)]))

  const isRecounted = (type: string) => {
    const now = events.get(type) ?? 0
    const then = counted.get(type) ?? 0
    return now <= upTo || Math.abs(now - then) > then * growth
  }
  const recounted = types.filter(isRecounted)
  await countAnew(connection, dataset, recounted)
  const added = types.filter(type => !recounted.includes(type))
  if (added.length > 0) await select(connection, addProperties(staged), dataset, added, taken)
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
