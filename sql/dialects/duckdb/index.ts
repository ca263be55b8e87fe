import { PostgresAdapter } from 'kysely'
import type { Dialect } from '@/sql/dialects/dialect'
import { DuckDbQueryCompiler } from './compiler'
import { duckdbVerbs } from './verbs'

export const duckdb: Dialect = {
  name: 'duckdb',
  formatterLanguage: 'duckdb',
  createQueryCompiler: () => new DuckDbQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  verbs: duckdbVerbs,
}
