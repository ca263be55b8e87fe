import type { Dataset } from '@/lib/catalog'
import { type Database, duckdbEngine, Gate } from '@/lib/engines/duckdb'
import type { Statement } from '@/lib/engines/engine'
import { kinds } from '@/lib/kinds'
import { parseDocument } from '@/lib/run'
import { compile } from '@/sql'
import { compare, type Taken } from './measure'
import { floorOf, type Question } from './question'

export interface Asked {
  readonly question: Question
  readonly floor: Taken
  /** The floor that reads the integer key of users, as the product does. */
  readonly keyedFloor: Taken
  readonly ours: Taken
  /** Null where it did not end in time, undefined where there is none. */
  readonly mitzu: Taken | null | undefined
}

/** Takes a document through the product's own compiler. */
export async function compileQuestion({ name, document }: Question, dataset: Dataset): Promise<Statement> {
  const parsed = parseDocument(document)
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
  const compiler = await kinds[parsed.value.kind].loadCompiler()
  // The kind's own schema has read the document.
  const prepared = compiler.prepare(parsed.value.document as never, dataset, new Date(0))
  if (!prepared.ok) throw new Error(`${name}: ${JSON.stringify(prepared.problems)}`)
  return compile('duckdb', name, prepared.value.plan)
}

export const engineOf = (database: Database) => duckdbEngine(async () => database, new Gate(4, 100))

export interface AskOptions {
  readonly rounds: number
  readonly limitMs: number
  readonly withPeers: boolean
}

/** Measures a question against a bare scan of what it reads, and against its peer. */
export async function ask(database: Database, dataset: Dataset, table: string, question: Question, options: AskOptions): Promise<Asked> {
  const plain = (sql: string): Statement => ({ sql, parameters: [] })
  const hasPeer = options.withPeers && question.mitzu !== null
  const taken = await compare(
    engineOf(database),
    {
      floor: plain(floorOf(question.reads, table, 'user_id')),
      keyedFloor: plain(floorOf(question.reads, table, 'user_key')),
      ours: await compileQuestion(question, dataset),
      ...(hasPeer && { mitzu: plain(question.mitzu ?? '') }),
    },
    options.rounds,
    options.limitMs,
  )
  const { floor, keyedFloor, ours, mitzu } = taken
  if (!floor || !keyedFloor || !ours) throw new Error(`${question.name} did not end in ${options.limitMs / 1000} s`)
  return { question, floor, keyedFloor, ours, mitzu: hasPeer ? mitzu : undefined }
}
