import {
  BIGINT,
  BOOLEAN,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  type Json,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api'

/** A value for a placeholder of the store's own statements. Numbers are whole ones here; an empty list is one of texts. */
export type Value = string | number | boolean | readonly string[] | readonly number[]

export type StoreRow = Readonly<Record<string, Json>>

/** Runs a statement of the store itself, and hands its rows over as JSON: integers of 64 bits and times as texts. */
export async function select(connection: DuckDBConnection, sql: string, ...values: readonly Value[]): Promise<readonly StoreRow[]> {
  const result = await connection.run(sql, values.map(bound), values.map(typeOf))
  return result.getRowObjectsJson()
}

/** The rows of a statement one after the other, as `select` hands them over; they need not fit into memory. */
export async function* streamRows(connection: DuckDBConnection, sql: string, ...values: readonly Value[]): AsyncGenerator<StoreRow> {
  const result = await connection.stream(sql, values.map(bound), values.map(typeOf))
  for await (const rows of result.yieldRowObjectJson()) yield* rows
}

/** Brings what was committed to its place in the store's file. It is safe without that, so a failure, as on a full disk, may be left to the next time. */
export async function tidyUp(connection: DuckDBConnection): Promise<void> {
  await connection.run('checkpoint')
}

function bound(value: Value): DuckDBValue {
  if (typeof value === 'number') return BigInt(value)
  return typeof value === 'string' || typeof value === 'boolean' ? value : listValue([...value])
}

function typeOf(value: Value): DuckDBType {
  if (typeof value === 'number') return BIGINT
  if (typeof value === 'boolean') return BOOLEAN
  if (typeof value === 'string') return VARCHAR
  return LIST(typeof value[0] === 'number' ? INTEGER : VARCHAR)
}

/** Runs `work` between BEGIN and COMMIT; whatever goes wrong leaves everything as before. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('begin')
  let value: T
  try {
    value = await work()
  } catch (error) {
    await connection.run('rollback').catch(() => undefined)
    throw error
  }
  await connection.run('commit')
  return value
}
