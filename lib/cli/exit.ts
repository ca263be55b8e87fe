/** What the process ends with: 0 is done. */
export const failed = 1
export const wrongUse = 2

/** Somebody used a command in a way that it does not know. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
