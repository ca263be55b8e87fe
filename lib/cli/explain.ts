import { ConfigError } from '@/lib/config'
import { explainShortage } from '@/lib/engines/duckdb'
import { formatPath, ProblemError } from '@/lib/problems'
import { Failure, UsageError } from './exit'

/** One line that says what went wrong and what to do. */
export function explain(error: unknown): string {
  if (error instanceof ProblemError) {
    const { path, message } = error.problem
    return path.length === 0 ? message : `${formatPath(path)}: ${message}`
  }
  if (error instanceof UsageError || error instanceof Failure || error instanceof ConfigError) return error.message
  const said = error instanceof Error ? error.message : String(error)
  const firstLine = said.split('\n', 1)[0] ?? said
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error)
    return `There is no file “${error.path}”. Give the path of a file that exists.`
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return 'This is a folder. Give the path of a file in it.'
  if (error instanceof Error && 'code' in error && error.code === 'EACCES' && 'path' in error)
    return `“${error.path}” may not be opened by this user. Give this user the right to, or name another one.`
  const shortage = explainShortage(error)
  if (shortage !== undefined) return shortage
  return `It did not work: ${firstLine}`
}
