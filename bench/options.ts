import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface Options {
  readonly events: number
  /** How many events the same are asked of to see how times grow. */
  readonly grown: number
  readonly rounds: number
  /** For how long a peer's statement may run. */
  readonly limitMs: number
  /** Invented events and stores are kept here, and used again. */
  readonly cache: string
  /** Only questions whose name contains this. */
  readonly only: string
  readonly parts: readonly string[]
  /** Whether peers run at all: without them a change to a plan is measured in a minute. */
  readonly withPeers: boolean
  /** Where the tables go; `-` prints them. */
  readonly out: string
}

const allParts = ['events', 'sample', 'growth', 'memory', 'compile', 'load', 'browser']

export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '10000000' },
      grown: { type: 'string', default: '50000000' },
      rounds: { type: 'string', default: '5' },
      limit: { type: 'string', default: '60' },
      cache: { type: 'string', default: join(tmpdir(), 'sounding-bench') },
      only: { type: 'string', default: '' },
      parts: { type: 'string', default: allParts.join(',') },
      'no-peers': { type: 'boolean', default: false },
      out: { type: 'string', default: join(import.meta.dirname, 'RESULTS.md') },
    },
  })
  return {
    events: Number(values.events),
    grown: Number(values.grown),
    rounds: Number(values.rounds),
    limitMs: Number(values.limit) * 1000,
    cache: resolve(values.cache),
    only: values.only,
    parts: values.parts.split(','),
    withPeers: !values['no-peers'],
    out: values.out,
  }
}
