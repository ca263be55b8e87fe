import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Config } from '@/lib/config'
import { attachDatabase, type Patience } from '@/lib/engines/duckdb'
import { writeStaged } from '@/sql/embedded'
import type { KnownFile } from './arriving'
import { type Commit, type Committed, commit, knownFiles } from './commit'
import { tidyUp } from './connection'
import { type DatasetEntry, readDatasetEntries } from './dataset'
import { type Home, homeIn } from './home'
import { ensureLayout } from './layout'
import { makeFolders, openStore } from './open'
import { askOwner, isOwned } from './owner'
import { refreshCatalog } from './refresh'

/** The store as a command sees it: through the server that holds it, or opened for as long as each call takes. */
export interface ReachedStore {
  readonly isServed: boolean
  knownFiles(dataset: string): Promise<readonly KnownFile[]>
  datasets(): Promise<readonly DatasetEntry[]>
  refreshCatalog(dataset: string | null): Promise<readonly string[]>
  /** Commits the events in the table `staged` of the connection; `folder` is the load's staging folder. */
  commit(connection: DuckDBConnection, folder: string, load: Omit<Commit, 'staged'>): Promise<Committed>
}

export async function reachStore(config: Config, patience: Patience): Promise<ReachedStore> {
  const home = homeIn(config.home)
  makeFolders(home)
  return (await isOwned(home)) ? servedStore(home) : unservedStore(config, home, patience)
}

function servedStore(home: Home): ReachedStore {
  return {
    isServed: true,
    // The owner is of the same version; its answers have the types of `StoreServices`.
    knownFiles: dataset => askOwner(home, 'knownFiles', dataset) as Promise<readonly KnownFile[]>,
    datasets: () => askOwner(home, 'datasets', null) as Promise<readonly DatasetEntry[]>,
    refreshCatalog: dataset => askOwner(home, 'refreshCatalog', dataset) as Promise<readonly string[]>,
    commit: async (connection, folder, load) => {
      const path = join(folder, 'staged.parquet')
      await connection.run(writeStaged(path))
      return askOwner(home, 'commit', { ...load, staged: { kind: 'file', path } } satisfies Commit) as Promise<Committed>
    },
  }
}

function unservedStore(config: Config, home: Home, patience: Patience): ReachedStore {
  const briefly = async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    const database = await openStore(config, patience)
    const connection = await database.connect()
    try {
      return await work(connection)
    } finally {
      connection.closeSync()
      database.close()
    }
  }
  return {
    isServed: false,
    knownFiles: dataset => briefly(connection => knownFiles(connection, dataset)),
    datasets: () => briefly(readDatasetEntries),
    refreshCatalog: dataset => briefly(connection => refreshCatalog(connection, dataset)),
    commit: (connection, _folder, load) => commitFrom(connection, home, patience, load),
  }
}

/** Opens the store beside what is staged, so that nothing has to be written twice. */
async function commitFrom(connection: DuckDBConnection, home: Home, patience: Patience, load: Omit<Commit, 'staged'>): Promise<Committed> {
  await connection.run("set timezone = 'UTC'")
  await attachDatabase(connection, home.database, 'store', patience)
  await connection.run('use store')
  try {
    await ensureLayout(connection)
    const committed = await commit(connection, { ...load, staged: { kind: 'table' } })
    await tidyUp(connection).catch(() => undefined)
    return committed
  } finally {
    // They fail when the store could not be tidied up, which the next opening does.
    for (const statement of ['use memory', 'detach store']) await connection.run(statement).catch(() => undefined)
  }
}
