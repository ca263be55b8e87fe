import type { DuckDBConnection } from '@duckdb/node-api'
import { ProblemError, problem } from '@/lib/problems'
import { inTransaction } from './connection'
import { readDatasetEntries } from './dataset'
import { recountAll } from './recount'

/** Counts the catalog of a dataset, or of all of them, anew. Returns their names. */
export async function refreshCatalog(connection: DuckDBConnection, dataset: string | null): Promise<readonly string[]> {
  const known = (await readDatasetEntries(connection)).map(entry => entry.name)
  const wanted = dataset === null ? known : known.filter(name => name === dataset)
  if (dataset !== null && wanted.length === 0) throw new ProblemError(problem('unknownDataset', ['dataset'], { dataset, known }))
  for (const name of wanted) await inTransaction(connection, () => recountAll(connection, name))
  return wanted
}
