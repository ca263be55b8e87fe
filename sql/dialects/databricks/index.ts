import { PostgresAdapter } from 'kysely'
import type { Dialect } from '@/sql/dialects/dialect'
import { DatabricksQueryCompiler } from './compiler'
import { databricksVerbs } from './verbs'

const placeholder = (number: number): string => `:p${number}`

export const databricks: Dialect = {
  name: 'databricks',
  formatterLanguage: 'spark',
  placeholder,
  createQueryCompiler: () => new DatabricksQueryCompiler(placeholder),
  createAdapter: () => new PostgresAdapter(),
  verbs: databricksVerbs,
}
