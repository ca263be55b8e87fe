import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { ProblemError, problem } from '@/lib/problems'

export interface Patience {
  /** For how long to wait while another process holds the file. */
  readonly waitMs?: number
  /** Called once when the wait begins. */
  readonly onWait?: () => void
}

export interface DatabaseOptions extends Patience {
  /** A file, which is made when it is missing, or `:memory:`. */
  readonly path: string
  readonly memoryMb?: number
  /** Where what does not fit into memory is written. */
  readonly temporaryFolder?: string
  /** The only folders from which statements may read files. Without it, any file may be read. */
  readonly readableFolders?: readonly string[]
}

/** An open database of the embedded engine. Close it when nothing runs in it any more. */
export interface Database {
  connect(): Promise<DuckDBConnection>
  close(): void
}

/** Opens a database and, where `readableFolders` is given, locks its settings before anybody can run a statement. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const instance = await openInstance(options)
  const connection = await instance.connect()
  try {
    for (const statement of settings(options)) await connection.run(statement)
  } catch (error) {
    connection.closeSync()
    instance.closeSync()
    throw error
  }
  connection.closeSync()
  return { connect: () => connect(instance), close: () => instance.closeSync() }
}

async function openInstance({ path, memoryMb, temporaryFolder, ...patience }: DatabaseOptions): Promise<DuckDBInstance> {
  const config: Record<string, string> = { storage_compatibility_version: 'latest' }
  if (memoryMb !== undefined) config.memory_limit = `${memoryMb}MB`
  if (temporaryFolder !== undefined) config.temp_directory = temporaryFolder
  // `create` would open a file twice in one process without an error, and corrupt it.
  return untilFree(path, patience, () =>
    path === ':memory:' ? DuckDBInstance.create(path, config) : DuckDBInstance.fromCache(path, config),
  )
}

/** Makes a database file usable beside the connection's own, under `name`. The file must not be open elsewhere in this process. */
export async function attachDatabase(connection: DuckDBConnection, path: string, name: string, patience: Patience = {}): Promise<void> {
  const statement = `attach '${path.replaceAll("'", "''")}' as "${name}" (storage_version 'latest')`
  await untilFree(path, patience, () => connection.run(statement))
}

/** Whether a database is of no use any more after this failure, as when it could not be written to a full disk, and must be opened anew. */
export function isBroken(error: unknown): boolean {
  return error instanceof Error && /^FATAL Error|database has been invalidated/.test(error.message)
}

const pauseMs = 100

async function untilFree<T>(path: string, { waitMs = 0, onWait }: Patience, open: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += pauseMs) {
    try {
      return await open()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (!isHeldElsewhere(reason) || waited >= waitMs) throw new ProblemError(openingProblem(path, reason))
      if (waited === 0) onWait?.()
      await new Promise(done => setTimeout(done, pauseMs))
    }
  }
}

/** The driver tells kinds of failures apart by their text only. */
function isHeldElsewhere(reason: string): boolean {
  return /could not set lock|being used by another process/i.test(reason)
}

function openingProblem(path: string, reason: string) {
  const said = reason.split('\n', 1)[0] ?? reason
  if (!isHeldElsewhere(reason)) return problem('storeUnavailable', [], { reason: `The store ${path} could not be opened: ${said}` })
  const holder = /PID (\d+)/.exec(reason)?.[1]
  const who = holder === undefined ? 'another process' : `process ${holder}`
  return problem('storeUnavailable', [], {
    reason: `The store ${path} is held by ${who}. Stop it, or wait until it has finished, and try again.`,
  })
}

function settings({ readableFolders }: DatabaseOptions): readonly string[] {
  const always = [
    // Else a change may end with a checkpoint, whose failure, as on a full disk, looks like one of the change itself, which is safe by then.
    "SET GLOBAL checkpoint_threshold = '1TB'",
    "SET GLOBAL TimeZone = 'UTC'",
    'SET GLOBAL autoinstall_known_extensions = false',
    'SET GLOBAL allow_community_extensions = false',
  ]
  if (readableFolders === undefined) return always
  const folders = readableFolders.map(folder => `'${folder.replaceAll("'", "''")}/'`).join(', ')
  return [
    ...always,
    'SET GLOBAL autoload_known_extensions = false',
    `SET GLOBAL allowed_directories = [${folders}]`,
    'SET GLOBAL enable_external_access = false',
    'SET GLOBAL lock_configuration = true',
  ]
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect()
  await connection.run('PRAGMA enable_progress_bar')
  await connection.run('PRAGMA disable_print_progress_bar')
  return connection
}
