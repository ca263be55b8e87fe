/** What an engine hands back for one column of one row. Integers of any width arrive as numbers. */
export type Cell = string | number | boolean | null

export type Row = Readonly<Record<string, Cell>>

/** A value bound to a placeholder. Numbers bind as DOUBLE, bigints as BIGINT. */
export type Parameter = string | number | bigint | boolean

/** One SQL text and the values of its placeholders, in their order. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

export interface RunOptions {
  /** Aborting ends the statement in the engine, and rejects with a `cancelled` problem. */
  readonly signal?: AbortSignal
  /** After this long the statement is ended in the engine, and rejected with a `timeout` problem. */
  readonly timeoutMs: number
  /** Called with the part done (0 to 1) where the engine tells it. */
  readonly onProgress?: (fraction: number) => void
}

export interface Rows {
  readonly rows: readonly Row[]
  readonly rowsRead?: number
  readonly bytesRead?: number
}

/** Runs statements of its dialect. Rejects with `ProblemError` for everything that a person should read. */
export interface Engine {
  readonly name: 'duckdb' | 'databricks'
  run(statement: Statement, options: RunOptions): Promise<Rows>
}
