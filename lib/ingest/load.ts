import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '@/lib/config'
import { type Committed, decide, homeIn, makeStagingFolder, type ReachedStore } from '@/lib/store'
import type { Fields } from '@/sql/embedded'
import { type InspectedFile, inspectFile } from './inspect'
import { RejectsFile } from './rejects'
import { type StagedFile, type Staging, stageFiles } from './stage'

export interface LoadOptions {
  readonly dataset: string
  readonly files: readonly string[]
  readonly fields: Fields
  /** IANA name: the zone of times without an offset, and from now on the dataset's; undefined keeps the dataset's. */
  readonly timezone: string | undefined
  /** Whether one rejected line means that nothing is loaded. */
  readonly strict: boolean
  readonly now: Date
  readonly onProgress: (progress: LoadProgress) => void
}

export type LoadProgress =
  | { readonly stage: 'checking' }
  | { readonly stage: 'committing' }
  | { readonly stage: 'reading'; readonly bytes: number; readonly ofBytes: number }

export interface LoadSummary {
  readonly files: number
  readonly filesLoaded: number
  readonly filesReplaced: number
  readonly filesUnchanged: number
  readonly filesUnreadable: number
  readonly bytes: number
  readonly lines: number
  readonly added: number
  readonly rejected: number
  /** Where the rejected lines are, with their reasons; null when there are none. */
  readonly rejects: string | null
  /** False when there were rejects and the load was strict. */
  readonly isCommitted: boolean
}

/** Reads files and makes their events part of a dataset, all or nothing. Files whose bytes are there already are left out: what was packed since is another file. */
export async function load(config: Config, store: ReachedStore, options: LoadOptions): Promise<LoadSummary> {
  const home = homeIn(config.home)
  const rejects = new RejectsFile(join(home.rejects, `${options.dataset}-${options.now.toISOString().replaceAll(/[:.]/g, '-')}.jsonl`))
  const folder = makeStagingFolder(home)
  try {
    return await loadWithin(config, store, options, rejects, folder)
  } finally {
    rejects.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function loadWithin(
  config: Config,
  store: ReachedStore,
  options: LoadOptions,
  rejects: RejectsFile,
  folder: string,
): Promise<LoadSummary> {
  options.onProgress({ stage: 'checking' })
  const timezone = options.timezone ?? (await store.datasets()).find(entry => entry.name === options.dataset)?.timezone ?? 'UTC'
  const reading = JSON.stringify({ timezone, ...options.fields })
  const inspected = await inspectAll(options.files, rejects)
  const decision = decide(
    await store.knownFiles(options.dataset),
    inspected.map(file => ({ ...file, reading })),
  )
  const files: readonly StagedFile[] = decision.take.map((file, source) => ({ ...file, source }))
  const ofBytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const summary = {
    files: options.files.length,
    filesUnchanged: decision.skip.length,
    filesUnreadable: options.files.length - inspected.length,
    bytes: ofBytes,
  }
  const staging = await stageFiles(files, {
    fields: options.fields,
    timezone,
    memoryMb: config.memoryMb,
    folder,
    onReject: reject => rejects.add(reject),
    onBytes: bytes => options.onProgress({ stage: 'reading', bytes, ofBytes }),
  })
  try {
    const isCommitted = !(options.strict && rejects.count > 0)
    const committed = isCommitted
      ? await commitFiles(store, staging, files, { ...options, reading, folder, replaces: decision.replace.length })
      : nothing
    return {
      ...summary,
      filesLoaded: committed.filesTaken,
      filesReplaced: committed.filesReplaced,
      lines: staging.accepted + staging.rejected,
      added: committed.added,
      rejected: rejects.count,
      rejects: rejects.count > 0 ? rejects.path : null,
      isCommitted,
    }
  } finally {
    staging.close()
  }
}

const nothing: Committed = { added: 0, filesTaken: 0, filesReplaced: 0 }

async function inspectAll(paths: readonly string[], rejects: RejectsFile): Promise<readonly InspectedFile[]> {
  const inspected: InspectedFile[] = []
  for (const path of paths) {
    try {
      inspected.push(await inspectFile(path))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      rejects.add({ file: path, line: null, reason: `the file cannot be read to its end: ${reason}`, text: '' })
    }
  }
  return inspected
}

interface Committing extends LoadOptions {
  readonly reading: string
  readonly folder: string
  /** How many known files lose their events. */
  readonly replaces: number
}

async function commitFiles(store: ReachedStore, staging: Staging, files: readonly StagedFile[], options: Committing): Promise<Committed> {
  if (files.length === 0 || (options.replaces === 0 && staging.accepted === 0)) return nothing
  options.onProgress({ stage: 'committing' })
  return store.commit(staging.connection, options.folder, {
    dataset: options.dataset,
    timezone: options.timezone ?? null,
    isSample: false,
    replacesAll: false,
    now: options.now.toISOString(),
    files: files.map(({ source, path, hash }) => ({
      source,
      path,
      hash,
      reading: options.reading,
      rejected: staging.rejectedBySource.get(source) ?? 0,
    })),
    attributes: [],
  })
}
