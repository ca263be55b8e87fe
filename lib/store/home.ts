import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where everything of one installation lies. */
export interface Home {
  readonly folder: string
  readonly database: string
  /** What a load has read and not yet committed. */
  readonly staging: string
  readonly temporary: string
  readonly rejects: string
  /** Where the process that holds the store can be reached: a socket, or a named pipe. */
  readonly socket: string
}

export function homeIn(folder: string): Home {
  return {
    folder,
    database: join(folder, 'events.duckdb'),
    staging: join(folder, 'staging'),
    temporary: join(folder, 'temporary'),
    rejects: join(folder, 'rejects'),
    socket: socketFor(folder),
  }
}

/** The system cuts or refuses longer addresses of sockets. */
const longestSocketPath = 100

function socketFor(folder: string): string {
  const plain = join(folder, 'owner.sock')
  const name = `sounding-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return plain.length <= longestSocketPath ? plain : join(tmpdir(), `${name}.sock`)
}
