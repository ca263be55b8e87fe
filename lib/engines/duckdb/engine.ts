import { BIGINT, BOOLEAN, DOUBLE, type DuckDBConnection, type DuckDBType, VARCHAR } from '@duckdb/node-api'
import type { Engine, Parameter, Rows, RunOptions, Statement } from '@/lib/engines/engine'
import { ProblemError, problem } from '@/lib/problems'
import { readRows } from './cells'
import type { Database } from './database'
import type { Gate } from './gate'
import { explainShortage } from './shortage'

/** Runs statements in an embedded database, each on a connection of its own. `database` is asked at each statement. */
export function duckdbEngine(database: () => Promise<Database>, gate: Gate): Engine {
  return { name: 'duckdb', run: (statement, options) => runStatement(database, gate, statement, options) }
}

async function runStatement(database: () => Promise<Database>, gate: Gate, statement: Statement, options: RunOptions): Promise<Rows> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), options.timeoutMs)
  const stop = options.signal ? AbortSignal.any([options.signal, timeout.signal]) : timeout.signal
  try {
    const leave = await gate.enter(stop)
    try {
      return await runOnConnection(await database(), statement, stop, options.onProgress)
    } finally {
      leave()
    }
  } catch (error) {
    throw new ProblemError(problemOf(error, timeout.signal, options))
  } finally {
    clearTimeout(timer)
  }
}

const interruptAgainMs = 20

async function runOnConnection(
  database: Database,
  { sql, parameters }: Statement,
  stop: AbortSignal,
  onProgress: RunOptions['onProgress'],
): Promise<Rows> {
  const connection = await database.connect()
  let interrupting: NodeJS.Timeout | undefined
  const interrupt = () => {
    connection.interrupt()
    // An interrupt that comes before the statement has begun in its thread is lost.
    interrupting = setInterval(() => connection.interrupt(), interruptAgainMs)
  }
  stop.addEventListener('abort', interrupt, { once: true })
  const progress = onProgress && watchProgress(connection, onProgress)
  try {
    stop.throwIfAborted()
    const result = await connection.run(sql, [...parameters], parameters.map(typeOf))
    stop.throwIfAborted()
    return { rows: await readRows(result) }
  } finally {
    stop.removeEventListener('abort', interrupt)
    clearInterval(interrupting)
    clearInterval(progress)
    connection.closeSync()
  }
}

const progressEveryMs = 100

function watchProgress(connection: DuckDBConnection, onProgress: (fraction: number) => void): NodeJS.Timeout {
  return setInterval(() => {
    const { percentage } = connection.progress
    if (percentage >= 0) onProgress(Math.min(1, percentage / 100))
  }, progressEveryMs)
}

function typeOf(value: Parameter): DuckDBType {
  switch (typeof value) {
    case 'string':
      return VARCHAR
    case 'number':
      return DOUBLE
    case 'bigint':
      return BIGINT
    case 'boolean':
      return BOOLEAN
    default:
      return value satisfies never
  }
}

function problemOf(error: unknown, timeout: AbortSignal, { signal, timeoutMs }: RunOptions) {
  if (signal?.aborted) return problem('cancelled', [])
  if (timeout.aborted) return problem('timedOut', [], { seconds: Math.round(timeoutMs / 1000) })
  if (error instanceof ProblemError) return error.problem
  const reason = explainShortage(error) ?? (error instanceof Error ? error.message : String(error))
  return problem('engineFailed', [], { reason })
}
