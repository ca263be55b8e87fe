import { PostgresAdapter } from 'kysely'
import type { Dialect } from '@/sql/dialects/dialect'
import { NumberedQueryCompiler } from '@/sql/dialects/numbered-compiler'
import { duckdbVerbs } from './verbs'

const placeholder = (number: number): string => `$${number}`

export const duckdb: Dialect = {
  name: 'duckdb',
  formatterLanguage: 'duckdb',
  placeholder,
  createQueryCompiler: () => new NumberedQueryCompiler(placeholder),
  createAdapter: () => new PostgresAdapter(),
  verbs: duckdbVerbs,
}
