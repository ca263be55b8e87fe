/** What every answer says of how it came about. */
export interface Meta {
  readonly engine: 'duckdb' | 'databricks'
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly elapsedMs: number
  readonly cached: boolean
  readonly computedAt: string
  readonly asOf: string
  readonly timezone: string
  readonly rowsRead?: number
  readonly bytesRead?: number
}
