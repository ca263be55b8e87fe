import type { Patience } from '@/lib/engines/duckdb'

/** Commands wait for another one to finish, and say so. */
export const patience: Patience = {
  waitMs: 600_000,
  onWait: () => console.error('Another process is using the store. Waiting until it has finished …'),
}
