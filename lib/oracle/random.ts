/** A seeded source of choices: the same seed makes the same choices on every machine. */
export interface Random {
  /** A whole number from 0 up to and without `below`. */
  readonly below: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Up to `most` different members, at least one. */
  readonly some: <T>(from: readonly T[], most: number) => T[]
}

/** The source that a seed starts. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32: small, fast, and good enough to wander through the edges.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('There is nothing to pick from.')
    return from[below(from.length)] as T
  }
  const some = <T>(from: readonly T[], most: number): T[] => {
    const left = [...from]
    return Array.from({ length: 1 + below(Math.min(most, from.length)) }, () => left.splice(below(left.length), 1)[0] as T)
  }
  return { below, pick, some, chance: share => next() < share }
}
