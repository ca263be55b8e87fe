import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '@/lib/config'
import { inspectFile, plainFields, type StagedFile, stageFiles } from '@/lib/ingest'
import { ProblemError, problem } from '@/lib/problems'
import { type Committed, homeIn, makeStagingFolder, type ReachedStore } from '@/lib/store'
import { attributeSchemas, convertAttributes } from '@/sql/embedded'
import { fullSize, type SampleFiles, type SampleSize, writeSample } from './write'

export interface SampleOptions {
  readonly dataset: string
  readonly seed: number
  readonly now: Date
  readonly size?: SampleSize
  readonly onProgress: (progress: { readonly stage: 'inventing' | 'reading' | 'committing'; readonly fraction: number }) => void
}

/** Makes the dataset anew as the sample of an invented company. The same seed on the same day makes the same events. */
export async function makeSample(config: Config, store: ReachedStore, options: SampleOptions): Promise<Committed> {
  const { dataset, seed, now, size = fullSize, onProgress } = options
  await refuseOwn(store, dataset)
  const folder = makeStagingFolder(homeIn(config.home))
  try {
    const files = writeSample(folder, seed, now, size, fraction => onProgress({ stage: 'inventing', fraction }))
    return await commitSample(config, store, options, files, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function refuseOwn(store: ReachedStore, dataset: string): Promise<void> {
  const there = (await store.datasets()).find(entry => entry.name === dataset)
  if (there === undefined || there.isSample) return
  throw new ProblemError(
    problem('storeUnavailable', [], {
      reason: `The dataset “${dataset}” holds events of your own, which the sample would replace. Name another one with --dataset.`,
    }),
  )
}

async function commitSample(
  config: Config,
  store: ReachedStore,
  options: SampleOptions,
  files: SampleFiles,
  folder: string,
): Promise<Committed> {
  const { dataset, seed, now, onProgress } = options
  const file: StagedFile = { ...(await inspectFile(files.events)), source: 0 }
  const staging = await stageFiles([file], {
    fields: plainFields,
    timezone: 'UTC',
    memoryMb: config.memoryMb,
    folder,
    onReject: ({ line, reason }) => {
      throw new Error(`line ${line} of the sample is bad: ${reason}`)
    },
    onBytes: bytes => onProgress({ stage: 'reading', fraction: bytes / file.bytes }),
  })
  try {
    onProgress({ stage: 'committing', fraction: 0 })
    const attributes = attributeSchemas.map(schema => ({ schema, path: join(folder, `${schema}.parquet`) }))
    for (const { schema, path } of attributes) await staging.connection.run(convertAttributes(files[schema], path))
    return await store.commit(staging.connection, folder, {
      dataset,
      timezone: 'UTC',
      isSample: true,
      replacesAll: true,
      now: now.toISOString(),
      files: [{ source: 0, path: `sample ${seed}`, hash: file.hash, reading: '', rejected: 0 }],
      attributes,
    })
  } finally {
    staging.close()
  }
}
