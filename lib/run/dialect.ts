import { fail, problem, type Result, succeed } from '@/lib/problems'
import { type DialectName, dialects } from '@/sql'

/** A dialect by its name; without one that of the embedded engine. */
export function readDialect(name: string | null | undefined): Result<DialectName> {
  if (!name) return succeed('duckdb')
  if (Object.hasOwn(dialects, name)) return succeed(name as DialectName)
  const detail = `There is no dialect “${name}”. Use one of: ${Object.keys(dialects).join(', ')}.`
  return fail(problem('invalidValue', ['dialect'], { detail }))
}
