/** What the process ends with: 0 is done. */
export const failed = 1
export const wrongUse = 2

/** What was asked could not be done; the message says why and what to do, and is shown as it is. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** Somebody used a command in a way that it does not know. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
