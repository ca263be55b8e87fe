import { withConnection } from './datasets'

export interface Health {
  /** The process answers. */
  readonly live: boolean
  /** The store can be read. */
  readonly ready: boolean
}

export async function answerHealth(): Promise<Health> {
  const ready = await withConnection(connection => connection.run('select 1')).then(
    () => true,
    () => false,
  )
  return { live: true, ready }
}
