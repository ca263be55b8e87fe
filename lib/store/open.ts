import { mkdirSync } from 'node:fs'
import type { Config } from '@/lib/config'
import { type Database, openDatabase, type Patience } from '@/lib/engines/duckdb'
import { ProblemError, problem } from '@/lib/problems'
import { type Home, homeIn } from './home'
import { ensureLayout } from './layout'

/** Opens the store of an installation, and makes it when there is none. Throws a `store_unavailable` problem. */
export async function openStore(config: Config, patience: Patience = {}): Promise<Database> {
  const home = homeIn(config.home)
  makeFolders(home)
  const database = await openDatabase({
    path: home.database,
    memoryMb: config.memoryMb,
    temporaryFolder: home.temporary,
    readableFolders: [home.staging],
    ...patience,
  })
  const connection = await database.connect()
  try {
    await ensureLayout(connection)
  } catch (error) {
    connection.closeSync()
    database.close()
    throw error
  }
  connection.closeSync()
  return database
}

export function makeFolders(home: Home): void {
  try {
    for (const folder of [home.folder, home.staging, home.rejects]) mkdirSync(folder, { recursive: true })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ProblemError(
      problem('storeUnavailable', [], {
        reason: `The folder ${home.folder} cannot be written: ${said}. Set SOUNDING_HOME to a folder that can.`,
      }),
    )
  }
}
