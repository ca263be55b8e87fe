import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Database, openDatabase } from '@/lib/engines/duckdb'
import { select } from '@/lib/store'
import {
  countStaged,
  createStaged,
  type Fields,
  forgetCareLines,
  forgetStaged,
  quoteText,
  readLines,
  sourcesWithTwins,
} from '@/sql/embedded'
import { type Cared, careForLines } from './care'
import type { InspectedFile } from './inspect'
import { PlainFile } from './plain-file'
import type { Reject } from './rejects'
import { rewriteLines } from './rewrite'

export interface StagedFile extends InspectedFile {
  /** Its number among the staged events. */
  readonly source: number
}

export interface StagingOptions {
  readonly fields: Fields
  /** IANA name: the zone of times without an offset. */
  readonly timezone: string
  readonly memoryMb: number
  /** A folder of this load alone. */
  readonly folder: string
  readonly onReject: (reject: Reject) => void
  /** Told how many bytes have been read, of those of `files`. */
  readonly onBytes: (bytes: number) => void
}

/** Events that were read and wait to be committed, in a database of their own. */
export interface Staging {
  readonly connection: DuckDBConnection
  /** How many events wait to be committed. */
  readonly accepted: number
  /** How many lines were none. */
  readonly rejected: number
  readonly rejectedBySource: ReadonlyMap<number, number>
  close(): void
}

/** Reads files into a database of its own. The engine reads them at its speed; what is unusual in them is read by hand, line by line. */
export async function stageFiles(files: readonly StagedFile[], options: StagingOptions): Promise<Staging> {
  const database = await openDatabase({ path: ':memory:', memoryMb: options.memoryMb, temporaryFolder: join(options.folder, 'temporary') })
  const connection = await database.connect()
  try {
    await connection.run(`set timezone = ${quoteText(options.timezone)}`)
    await connection.run('set preserve_insertion_order = false')
    await connection.run(createStaged)
    return await stageInto(connection, database, files, options)
  } catch (error) {
    connection.closeSync()
    database.close()
    throw error
  }
}

async function stageInto(
  connection: DuckDBConnection,
  database: Database,
  files: readonly StagedFile[],
  options: StagingOptions,
): Promise<Staging> {
  const slow: StagedFile[] = files.filter(file => file.bytes > 0 && !isReadByEngine(file))
  let bytesDone = 0
  for (const batch of batches(files.filter(file => file.bytes > 0 && isReadByEngine(file)))) {
    const bytes = sum(batch.map(file => file.bytes))
    const before = bytesDone
    await readBatch(connection, batch, options, fraction => options.onBytes(before + bytes * fraction))
    bytesDone += bytes
    options.onBytes(bytesDone)
  }
  const rejectedBySource = new Map<number, number>()
  for (const file of [...(await readRest(connection, files, options, rejectedBySource)), ...slow]) {
    rejectedBySource.set(file.source, await readSlowly(connection, file, options))
  }
  const accepted = sum((await select(connection, countStaged)).map(row => Number(row.lines)))
  return {
    connection,
    accepted,
    rejected: sum([...rejectedBySource.values()]),
    rejectedBySource,
    close: () => {
      connection.closeSync()
      database.close()
    },
  }
}

/** Reads the lines that the engine has left. Returns files of which all is to be read by hand; nothing of them is staged then. */
async function readRest(
  connection: DuckDBConnection,
  files: readonly StagedFile[],
  options: StagingOptions,
  rejectedBySource: Map<number, number>,
): Promise<readonly StagedFile[]> {
  const withTwins = new Set((await select(connection, sourcesWithTwins)).map(row => Number(row.source)))
  const slow = files.filter(file => withTwins.has(file.source))
  const cared: Cared[] = []
  for (const row of (await select(connection, countStaged)).filter(({ care }) => Number(care) > 0)) {
    const file = files.find(({ source }) => source === Number(row.source))
    if (file === undefined || withTwins.has(file.source)) continue
    const care = await careForLines(connection, { ...file, textless: Number(row.textless) }, options.fields, options.folder)
    if (care) cared.push(care)
    else slow.push(file)
  }
  if (slow.length > 0) await select(connection, forgetStaged, sourcesOf(slow))
  if (cared.length > 0) {
    await select(connection, forgetCareLines, sourcesOf(cared))
    await select(
      connection,
      readLines(plainFields, { isPlain: true, longestLine: longestLine(options.memoryMb, ...cared.map(file => file.longestLine)) }),
      cared.map(({ path }) => path),
      sourcesOf(cared),
    )
  }
  for (const { source, path, rejects } of cared) {
    rmSync(path)
    for (const reject of rejects) options.onReject(reject)
    rejectedBySource.set(source, rejects.length)
  }
  return slow
}

function sourcesOf(files: readonly { readonly source: number }[]): readonly number[] {
  return files.map(file => file.source)
}

/** The engine takes some characters of a path for patterns, and tells compression by the name. */
function isReadByEngine({ path, isCompressed }: InspectedFile): boolean {
  return !/[*?[\]]/.test(path) && !/\.(zst|bz2|xz)$/i.test(path) && isCompressed === path.endsWith('.gz')
}

const bytesAtOnce = 64e6
const filesAtOnce = 500

/** Large files one by one, small ones together. */
function* batches(files: readonly StagedFile[]): Generator<readonly StagedFile[]> {
  let batch: StagedFile[] = []
  let bytes = 0
  for (const file of files) {
    if (file.bytes >= bytesAtOnce) {
      yield [file]
      continue
    }
    batch.push(file)
    bytes += file.bytes
    if (bytes < bytesAtOnce && batch.length < filesAtOnce) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

/** How long lines may be for the engine to read them, so that its threads leave most of the memory alone; longer where there are longer ones. */
function longestLine(memoryMb: number, ...known: readonly number[]): number {
  return Math.max(Math.min(32e6, Math.floor((memoryMb * 1e6) / 16)), ...known)
}

const progressEveryMs = 200

async function readBatch(
  connection: DuckDBConnection,
  batch: readonly StagedFile[],
  { fields, memoryMb }: StagingOptions,
  onFraction: (fraction: number) => void,
) {
  const timer = setInterval(() => onFraction(Math.max(0, connection.progress.percentage) / 100), progressEveryMs)
  try {
    await select(
      connection,
      readLines(fields, { isOneFile: batch.length === 1, longestLine: longestLine(memoryMb) }),
      batch.map(file => file.path),
      batch.map(file => file.source),
    )
  } finally {
    clearInterval(timer)
  }
}

/** The names that the fields have when nobody says otherwise. */
export const plainFields: Fields = {
  event_type: 'event_type',
  event_time: 'event_time',
  user_id: 'user_id',
  event_properties: 'event_properties',
}

/** Reads a file line by line. Returns how many lines were rejected. */
async function readSlowly(
  connection: DuckDBConnection,
  file: StagedFile,
  { fields, folder, memoryMb, onReject }: StagingOptions,
): Promise<number> {
  const plain = new PlainFile(join(folder, `${file.source}.jsonl`))
  let rejected = 0
  try {
    await rewriteLines(file, fields, plain, reject => {
      rejected++
      onReject(reject)
    })
    await plain.close()
  } catch (error) {
    plain.destroy()
    throw error
  }
  const reading = { isPlain: true, isOneFile: true, longestLine: longestLine(memoryMb, plain.longestLine) }
  await select(connection, readLines(plainFields, reading), [plain.path], [file.source])
  rmSync(plain.path)
  return rejected
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
