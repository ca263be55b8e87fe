import type { DialectAdapter, QueryCompiler } from 'kysely'
import type { SqlVerbs } from '@/sql/verbs'

/** One engine's way of writing SQL: how a tree becomes text, and how each verb is said. */
export interface Dialect {
  readonly name: string
  /** The name under which sql-formatter knows this SQL. */
  readonly formatterLanguage: 'duckdb' | 'spark'
  /** How a statement names its parameter of that number, from 1. */
  placeholder(number: number): string
  createQueryCompiler(): QueryCompiler
  createAdapter(): DialectAdapter
  readonly verbs: SqlVerbs
}
