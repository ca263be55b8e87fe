import { type KindName, kinds, type Meta, type Prepared } from '@/lib/kinds'
import { fail, ProblemError, type Result, succeed } from '@/lib/problems'
import { openDataset, storeEngine } from '@/lib/store'
import { type CompiledStatement, compile, type DialectName } from '@/sql'
import { forDialect } from './for-dialect'
import { parseDocument } from './parse'

export interface RunQueryOptions {
  /** The instant that questions take as now unless they name one. */
  readonly now: Date
  /** Aborting it ends the query in the engine too. */
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}

/** The answer to a question of any kind, and how it came about. */
export interface QueryAnswer {
  readonly kind: KindName
  readonly meta: Meta
}

const defaultTimeoutMs = 300_000

/**
 * Takes a document the whole way: its shape is checked, its names are found in the dataset, it is compiled, run and read.
 * Fails with all problems at once, each with the path of its field.
 */
export async function runQuery(
  written: unknown,
  { now, signal, timeoutMs = defaultTimeoutMs }: RunQueryOptions,
): Promise<Result<QueryAnswer>> {
  const started = performance.now()
  return settled(async () => {
    const engine = storeEngine()
    const prepared = await prepare(written, now, engine.name)
    if (!prepared.ok) return prepared
    const { kind, question } = prepared.value
    const statement = compile(engine.name, titleOf(kind), question.plan)
    const { rows, rowsRead, bytesRead } = await engine.run(statement, { timeoutMs, ...(signal && { signal }) })
    const answer = question.answer(rows) as { readonly kind: KindName }
    const meta: Meta = {
      engine: engine.name,
      sql: statement.sql,
      parameters: statement.parameters,
      elapsedMs: Math.round(performance.now() - started),
      cached: false,
      computedAt: now.toISOString(),
      asOf: isoOf(question.frame.asOf),
      timezone: question.frame.timezone,
      ...(rowsRead !== undefined && { rowsRead }),
      ...(bytesRead !== undefined && { bytesRead }),
    }
    return succeed({ ...answer, meta })
  })
}

export interface Explanation extends CompiledStatement {
  readonly dialect: DialectName
}

/** The statement of a document in a dialect; nothing runs. */
export function explainQuery(written: unknown, dialect: DialectName, now: Date): Promise<Result<Explanation>> {
  return settled(async () => {
    const prepared = await prepare(written, now, dialect)
    if (!prepared.ok) return prepared
    const { kind, question } = prepared.value
    return succeed({ dialect, ...compile(dialect, titleOf(kind), question.plan) })
  })
}

async function prepare(
  written: unknown,
  now: Date,
  dialect: DialectName,
): Promise<Result<{ readonly kind: KindName; readonly question: Prepared<unknown> }>> {
  const parsed = parseDocument(written)
  if (!parsed.ok) return parsed
  const { kind, document } = parsed.value
  const dataset = await openDataset(parsed.value.dataset)
  if (!dataset.ok) return dataset
  const compiler = await kinds[kind].loadCompiler()
  // The kind's own schema has read the document.
  const prepared = compiler.prepare(document as never, forDialect(dataset.value, dialect), now)
  return prepared.ok ? succeed({ kind, question: prepared.value }) : prepared
}

const titleOf = (kind: KindName): string => `Sounding: ${kinds[kind].title.toLowerCase()}`

const isoOf = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString()

/** Problems that engines and stores throw become values here, once. */
async function settled<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem)
    throw error
  }
}
