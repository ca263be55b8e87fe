import { formatPath, type Problem } from '@/lib/problems'
import { failed } from './exit'

/** Says everything that stands in the way, a line each, and ends with a failure. */
export function failWith(problems: readonly Problem[]): void {
  for (const { path, message } of problems) console.error(path.length === 0 ? message : `${formatPath(path)}: ${message}`)
  process.exitCode = failed
}
