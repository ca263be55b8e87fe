import { databricks } from './databricks'
import type { Dialect } from './dialect'
import { duckdb } from './duckdb'

/** The registry: one line for each dialect. */
export const dialects = { duckdb, databricks } as const satisfies Record<string, Dialect>

export type DialectName = keyof typeof dialects
export type { Dialect } from './dialect'
