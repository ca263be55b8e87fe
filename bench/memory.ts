import type { Dataset } from '@/lib/catalog'
import type { Database } from '@/lib/engines/duckdb'
import { compileQuestion, engineOf } from './ask'
import { measure, type Taken } from './measure'
import type { Question } from './question'

const lookEveryMs = 20

/** The most memory that the engine held while it worked on a question, without the table's own blocks, in MB. */
export async function peakMemory(database: Database, dataset: Dataset, question: Question): Promise<number> {
  const statement = await compileQuestion(question, dataset)
  const watcher = await database.connect()
  let peak = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const result = await watcher.runAndReadAll("select sum(memory_usage_bytes) from duckdb_memory() where tag <> 'BASE_TABLE'")
      peak = Math.max(peak, Number(result.getRows()[0]?.[0] ?? 0))
      await new Promise(done => setTimeout(done, lookEveryMs))
    }
  })()
  await engineOf(database).run(statement, { timeoutMs: 600_000 })
  isOver = true
  await watching
  watcher.closeSync()
  return peak / 1e6
}

/** What a question takes in a database with little memory; null where it does not fit. */
export async function askBounded(database: Database, dataset: Dataset, question: Question): Promise<Taken | null> {
  const statement = await compileQuestion(question, dataset)
  try {
    return await measure(engineOf(database), statement, 600_000)
  } catch (error) {
    console.error(`${question.name}: ${error instanceof Error ? error.message : error}`)
    return null
  }
}
