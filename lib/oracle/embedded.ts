import type { DuckDBConnection } from '@duckdb/node-api'
import type { Column, Dataset } from '@/lib/catalog'
import { type Database, duckdbEngine, Gate, openDatabase } from '@/lib/engines/duckdb'
import type { Compiler } from '@/lib/kinds'
import { compile } from '@/sql'
import type { AnyDocument, EventSet } from './event'
import type { Run } from './suite'
import { eventNames, userAttributes, valuesByKey } from './vocabulary'

/** A change to the plan before it is compiled: how tests break a compiler on purpose. */
export type Sabotage = (sql: string) => string

// biome-ignore lint/suspicious/noExplicitAny: one harness for the compilers of all kinds, each checked against its own oracle
type AnyCompiler = Compiler<any, unknown>

/** The column that counts a person: a text, or as in the store's own tables a number. */
export type UserKey = 'user_id' | 'user_key'

/** Asks a compiler's questions of the embedded engine, with the events in a table of their own. Close it when done. */
export async function embeddedRun(
  compilerOf: (kind: AnyDocument['kind']) => AnyCompiler,
  sabotage: Sabotage = sql => sql,
  userKey: UserKey = 'user_key',
): Promise<{ readonly run: Run; readonly close: () => void }> {
  const database = await openDatabase({ path: ':memory:' })
  const engine = duckdbEngine(async () => database, new Gate(4, 100))
  // A few dozen events are no work for several threads; several statements at once are.
  await engine.run({ sql: 'set global threads = 1', parameters: [] }, { timeoutMs: 60_000 })
  const answer = async (document: AnyDocument, dataset: Dataset): Promise<unknown> => {
    const prepared = compilerOf(document.kind).prepare(document, dataset, new Date(0))
    if (!prepared.ok) return prepared.problems
    const { sql, parameters } = compile('duckdb', document.kind, prepared.value.plan)
    try {
      const { rows } = await engine.run({ sql: sabotage(sql), parameters }, { timeoutMs: 60_000 })
      return prepared.value.answer(rows)
    } catch (error) {
      return `${error instanceof Error ? error.message : error}\n${sql}`
    }
  }
  let loaded: EventSet | null = null
  const run: Run = async (set, documents) => {
    if (set !== loaded) await loadSet(database, set)
    loaded = set
    const dataset = datasetOf(set, userKey)
    return Promise.all(documents.map(document => answer(document, dataset)))
  }
  return { run, close: () => database.close() }
}

const textColumns = (names: readonly string[]): readonly Column[] => names.map(name => ({ name, type: 'text' }))

/** The catalog of a set: every name that the random documents use, whether an event has it or not. */
function datasetOf({ timezone }: Pick<EventSet, 'timezone'>, userKey: UserKey): Dataset {
  const properties = Object.keys(valuesByKey).map(key => ({ key, share: 1, type: 'text' as const, distinct: 1, top: [] }))
  return {
    name: 'events',
    timezone,
    isSample: false,
    source: {
      table: ['events'],
      eventType: 'event_type',
      eventTime: 'event_time',
      properties: 'event_properties',
      userKey,
      userKeyIs: userKey === 'user_key' ? 'number' : 'text',
      promoted: new Map(),
      columns: [...textColumns(['event_type', 'user_id']), { name: 'event_time', type: 'timestamp' }, { name: 'date', type: 'date' }],
      users: { table: ['users'], key: 'user_id', joins: 'user_id', columns: textColumns(Object.keys(userAttributes)) },
    },
    events: eventNames.map(name => ({ name, events: 1, firstSeen: '', lastSeen: '', properties })),
  }
}

async function loadSet(database: Database, { events, users }: EventSet): Promise<void> {
  const connection = await database.connect()
  try {
    await loadEvents(connection, events)
    await loadUsers(connection, users)
  } finally {
    connection.closeSync()
  }
}

/** Numbers of people are given so that some blocks of 64 hold several of them, and there are several blocks. */
async function loadEvents(connection: DuckDBConnection, events: EventSet['events']): Promise<void> {
  const rows = events.map(({ eventType, micros, userId, properties }) => ({
    event_type: eventType,
    micros,
    user_id: userId,
    // A key with a NULL value stays a key of the map.
    keys: [...properties.keys()],
    values: [...properties.values()],
  }))
  await connection.run(
    `create or replace table events as
     select event_type, make_timestamp(micros) as event_time, user_id, map(keys, values) as event_properties,
       cast(make_timestamp(micros) as date) as date,
       case when user_id is not null then cast(person * 5 + person % 2 * 64 as integer) end as user_key
     from (select *, dense_rank() over (order by user_id nulls first) as person from (select unnest(from_json($1, '[{"event_type":"VARCHAR","micros":"BIGINT","user_id":"VARCHAR","keys":["VARCHAR"],"values":["VARCHAR"]}]'), recursive := true)))
     order by event_type, event_time`,
    [JSON.stringify(rows)],
  )
}

async function loadUsers(connection: DuckDBConnection, users: EventSet['users']): Promise<void> {
  const names = Object.keys(userAttributes)
  const rows = Array.from(users, ([user_id, attributes]) => ({
    user_id,
    ...Object.fromEntries(names.map(name => [name, attributes.get(name) ?? null])),
  }))
  const shape = JSON.stringify([Object.fromEntries(['user_id', ...names].map(name => [name, 'VARCHAR']))])
  await connection.run(`create or replace table users as select unnest(from_json($1, '${shape}'), recursive := true)`, [
    JSON.stringify(rows),
  ])
}
