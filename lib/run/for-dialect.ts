import type { Dataset } from '@/lib/catalog'
import type { DialectName } from '@/sql'

/** The user's own column, in tables that nobody has prepared for us. */
const userId = 'user_id'

/** The dataset as a dialect's own engine would hold it: what the embedded store adds for speed is nowhere else. */
export function forDialect(dataset: Dataset, dialect: DialectName): Dataset {
  if (dialect === 'duckdb') return dataset
  const { source } = dataset
  const users = source.users && { ...source.users, key: userId, joins: userId }
  return {
    ...dataset,
    source: { ...source, table: source.table.slice(-1), userKey: userId, userKeyIs: 'text', promoted: new Map(), users },
  }
}
