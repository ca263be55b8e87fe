import { formatPath, type Problem } from '@/lib/problems'
import { failed } from './exit'

/** Says everything that stands in the way, a line each, and ends with a failure. `whole` names what is meant where no place in it is. */
export function failWith(problems: readonly Problem[], whole = ''): void {
  for (const { path, message } of problems) {
    const place = path.length === 0 ? whole : formatPath(path)
    console.error(place === '' ? message : `${place}: ${message}`)
  }
  process.exitCode = failed
}
