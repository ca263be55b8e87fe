import { UsageError } from './exit'

const pattern = /^[a-z0-9_][a-z0-9_-]{0,62}$/

/** Checks the name of a dataset that is to be written. */
export function datasetName(text: string): string {
  if (pattern.test(text)) return text
  throw new UsageError(`“${text}” cannot be the name of a dataset. Use small letters, digits, “_” and “-”, at most 63 of them.`)
}
