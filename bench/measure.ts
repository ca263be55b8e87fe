import type { Engine, Statement } from '@/lib/engines/engine'

/** What one run of a statement took; null where it did not end in time. */
export interface Taken {
  readonly cpuMs: number
  readonly wallMs: number
}

/** Runs a statement once and counts the processor time of this process, whose threads do all the work. */
export async function measure(engine: Engine, statement: Statement, limitMs: number): Promise<Taken | null> {
  const started = performance.now()
  const before = process.cpuUsage()
  try {
    await engine.run(statement, { timeoutMs: limitMs })
  } catch (error) {
    if (performance.now() - started >= limitMs) return null
    throw error
  }
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - started }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export const medianOf = (runs: readonly Taken[]): Taken => ({
  cpuMs: median(runs.map(run => run.cpuMs)),
  wallMs: median(runs.map(run => run.wallMs)),
})

/** Statements that take longer than this run once. */
const onceBeyondMs = 5000

/** A statement among those that are compared, and what its runs took so far; null once it did not end in time. */
interface Contender {
  readonly statement: Statement
  runs: Taken[] | null
}

/**
 * Runs statements in turn, round by round, so that whatever else the machine does falls on all of them alike.
 * The first round warms up and is not counted. Null for a statement that did not end in time.
 */
export async function compare(
  engine: Engine,
  statements: Readonly<Record<string, Statement>>,
  rounds: number,
  limitMs: number,
): Promise<Readonly<Record<string, Taken | null>>> {
  const contenders = new Map<string, Contender>(Object.entries(statements).map(([name, statement]) => [name, { statement, runs: [] }]))
  const slow = new Set<string>()
  for (let round = 0; round <= rounds; round++) {
    for (const [name, contender] of contenders) {
      if (contender.runs === null || slow.has(name)) continue
      const taken = await measure(engine, contender.statement, limitMs)
      if (taken === null) contender.runs = null
      else if (taken.cpuMs > onceBeyondMs) {
        slow.add(name)
        contender.runs.push(taken)
      } else if (round > 0) contender.runs.push(taken)
    }
  }
  return Object.fromEntries([...contenders].map(([name, { runs }]) => [name, runs === null ? null : medianOf(runs)]))
}
