import type { CountedEvent } from './event'
import { compareValues, type Values } from './groups'

/** An event of one entity in a funnel's order, with what the rules ask of it. */
export interface PlacedEvent {
  readonly event: CountedEvent
  readonly micros: number
  /** Where it stands in the funnel's order. */
  readonly position: number
  /** For each step, whether the event matches it. */
  readonly matches: readonly boolean[]
  /** For each exclusion, whether the event is one of its events. */
  readonly excludes: readonly boolean[]
  readonly breakdown: Values
  readonly heldTexts: Values
  /** The held texts as one; null where one of them is missing. */
  readonly held: string | null
}

export type Chain = readonly PlacedEvent[]

/**
 * "In order of time; events of the same instant in ascending order of the set of steps they match, read as a bit mask with step 1 lowest,
 * then in the order of their breakdown texts." Events that match no step have the mask 0, so that they come first within their instant.
 *
 * The contract ends here, but `strict` and `entries: first` can tell events apart that are still equal, where exclusions or held properties
 * differ. So that the answer never depends on how events are stored, the set of exclusions and then the held texts decide last.
 */
export function inFunnelOrder(events: readonly Omit<PlacedEvent, 'position'>[]): PlacedEvent[] {
  return [...events]
    .sort(
      (a, b) =>
        a.micros - b.micros ||
        mask(a.matches) - mask(b.matches) ||
        compareValues(a.breakdown, b.breakdown) ||
        mask(a.excludes) - mask(b.excludes) ||
        compareValues(a.heldTexts, b.heldTexts),
    )
    .map((event, position) => ({ ...event, position }))
}

const mask = (flags: readonly boolean[]) => flags.reduce((bits, flag, index) => bits + (flag ? 2 ** index : 0), 0)

/**
 * Every sequence of events in the funnel's order whose i-th event matches step i, that begins with a given entry and ends within the window.
 * Nothing is skipped because a better chain is known: which one is reported is decided afterwards.
 */
export function* chainsFrom(entry: PlacedEvent, events: readonly PlacedEvent[], steps: number, windowMicros: number): Generator<Chain> {
  function* extend(chain: Chain): Generator<Chain> {
    yield chain
    if (chain.length === steps) return
    const last = chain[chain.length - 1] as PlacedEvent
    for (const next of events.slice(last.position + 1)) {
      if (next.micros > entry.micros + windowMicros) return
      if (next.matches[chain.length]) yield* extend([...chain, next])
    }
  }
  yield* extend([entry])
}

/**
 * "Its greatest length; among those, it ends first; among those, it starts last, then its second event is last, and so on, all compared by
 * position in the order."
 */
export function isReportedOver(chain: Chain, other: Chain): boolean {
  if (chain.length !== other.length) return chain.length > other.length
  const position = (of: Chain, index: number) => (of[index] as PlacedEvent).position
  const end = chain.length - 1
  if (position(chain, end) !== position(other, end)) return position(chain, end) < position(other, end)
  for (let index = 0; index < end; index++) {
    if (position(chain, index) !== position(other, index)) return position(chain, index) > position(other, index)
  }
  return false
}
