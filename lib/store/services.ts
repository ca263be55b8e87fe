import { type Result, succeed } from '@/lib/problems'
import { asResult } from './as-result'
import { type Commit, type Committed, commit, knownFiles } from './commit'
import { tidyUp } from './connection'
import type { DatasetEntry } from './dataset'
import { forgetDatasets, listDatasets, withConnection } from './datasets'
import type { Services } from './owner'
import { refreshCatalog } from './refresh'

/** Changes of the store follow one another. */
const place = Symbol.for('sounding.turn')
const holder = globalThis as typeof globalThis & { [place]?: Promise<unknown> }

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = (holder[place] ?? Promise.resolve()).then(work, work)
  holder[place] = result.catch(() => undefined)
  return result
}

export interface StoreServices {
  knownFiles(dataset: string): Promise<Awaited<ReturnType<typeof knownFiles>>>
  datasets(): Promise<readonly DatasetEntry[]>
  commit(load: Commit): Promise<Committed>
  refreshCatalog(dataset: string | null): Promise<readonly string[]>
}

/** What can be done with the store of this process. */
export const ownStore: StoreServices = {
  knownFiles: dataset => withConnection(connection => knownFiles(connection, dataset)),
  datasets: listDatasets,
  commit: load => changing(connection => commit(connection, load)),
  refreshCatalog: dataset => changing(connection => refreshCatalog(connection, dataset)),
}

function changing<T>(work: Parameters<typeof withConnection<T>>[0]): Promise<T> {
  return inTurn(async () => {
    const value = await withConnection(work)
    forgetDatasets()
    await withConnection(tidyUp).catch(() => undefined)
    return value
  })
}

/** The same for other processes. What arrives was written by the same version of this program, for the same person. */
export const storeServices: Services = {
  ping: async () => process.pid,
  knownFiles: input => ownStore.knownFiles(input as string),
  datasets: () => ownStore.datasets(),
  commit: input => ownStore.commit(input as Commit),
  refreshCatalog: input => ownStore.refreshCatalog(input as string | null),
}

/** Counts the catalog of a dataset anew, or of all of them, and names them. */
export function answerRefresh(dataset: string | null): Promise<Result<{ readonly datasets: readonly string[] }>> {
  return asResult(async () => succeed({ datasets: await ownStore.refreshCatalog(dataset || null) }))
}
