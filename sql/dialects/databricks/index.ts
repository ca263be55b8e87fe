import { PostgresAdapter } from 'kysely'
import type { Dialect } from '@/sql/dialects/dialect'
import { DatabricksQueryCompiler } from './compiler'
import { databricksVerbs } from './verbs'

export const databricks: Dialect = {
  name: 'databricks',
  formatterLanguage: 'spark',
  createQueryCompiler: () => new DatabricksQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  verbs: databricksVerbs,
}
