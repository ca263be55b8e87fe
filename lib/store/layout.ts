import type { DuckDBConnection } from '@duckdb/node-api'
import { ProblemError, problem } from '@/lib/problems'
import { createLayout, layoutVersion, readLayoutVersion } from '@/sql/embedded'
import { inTransaction, select } from './connection'

/** Makes what a store holds before the first load; leaves a store that has it as it is. */
export async function ensureLayout(connection: DuckDBConnection): Promise<void> {
  await inTransaction(connection, async () => {
    for (const statement of createLayout) await connection.run(statement)
  })
  const [row] = await select(connection, readLayoutVersion)
  if (Number(row?.version) > layoutVersion) {
    throw new ProblemError(
      problem('storeUnavailable', [], {
        reason: `The store was written by a later version of Sounding (its layout is ${row?.version}, this version knows ${layoutVersion}). Update Sounding, or set SOUNDING_HOME to another folder.`,
      }),
    )
  }
}
