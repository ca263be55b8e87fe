import { ProblemError, problem } from '@/lib/problems'

/** Lets so many run at once, and so many wait; whoever comes after them is told that it is busy. */
export class Gate {
  readonly #places: number
  readonly #seats: number
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(places: number, seats: number) {
    this.#places = places
    this.#seats = seats
  }

  /** Resolves when a place is free; call what it returns when done. Rejects when too many wait, or when `signal` aborts first. */
  async enter(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted()
    if (this.#running < this.#places) this.#running++
    else await this.#wait(signal)
    let left = false
    return () => {
      if (left) return
      left = true
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }

  #wait(signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiting.length >= this.#seats) throw new ProblemError(problem('busy', []))
    return new Promise((enter, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(admit), 1)
        reject(signal?.reason)
      }
      const admit = () => {
        signal?.removeEventListener('abort', onAbort)
        enter()
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.push(admit)
    })
  }
}
