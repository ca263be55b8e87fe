import { type Config, readConfig } from '@/lib/config'
import { type Database, duckdbEngine, Gate, type Patience } from '@/lib/engines/duckdb'
import type { Engine } from '@/lib/engines/engine'
import { openStore } from './open'

interface Served {
  readonly engine: Engine
  database: Promise<Database> | undefined
}

/** Bundles load this module more than once in a process; the store may be open in it once only. */
const place = Symbol.for('sounding.store')
const holder = globalThis as typeof globalThis & { [place]?: Served }

/** Each running statement takes one of the threads of `UV_THREADPOOL_SIZE` (16). */
const queriesAtOnce = 8
const queriesWaiting = 100
const openingPatience: Patience = { waitMs: 20_000 }

function served(): Served {
  holder[place] ??= { engine: duckdbEngine(() => storeDatabase(), new Gate(queriesAtOnce, queriesWaiting)), database: undefined }
  return holder[place]
}

/** The store of this process, opened at the first call. Rejects with a `store_unavailable` problem; the next call tries again. */
export function storeDatabase(config: () => Config = readConfig): Promise<Database> {
  const state = served()
  if (state.database === undefined) {
    const opening = Promise.resolve().then(() => openStore(config(), openingPatience))
    state.database = opening
    opening.catch(() => {
      state.database = undefined
    })
  }
  return state.database
}

/** The engine that runs questions in the store of this process. */
export function storeEngine(): Engine {
  return served().engine
}

/** Lets go of the store, so that another process can open it. */
export async function closeStore(): Promise<void> {
  const state = served()
  const database = state.database
  state.database = undefined
  if (database) (await database).close()
}

/** Lets go of a database that is of no use any more; the next question opens the store anew. */
export async function letGo(broken: Database): Promise<void> {
  const state = served()
  if ((await state.database?.catch(() => undefined)) !== broken) return
  state.database = undefined
  broken.close()
}
