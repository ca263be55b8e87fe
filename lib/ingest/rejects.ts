import { closeSync, openSync, writeSync } from 'node:fs'

/** A line that is no event, or a file that could not be read (then `line` is null). */
export interface Reject {
  readonly file: string
  readonly line: number | null
  readonly reason: string
  readonly text: string
}

/** Longer lines are cut, so that a file of garbage does not fill the disk twice. */
const longestText = 65_536

/** The file of rejects of one load. It is made with the first of them. */
export class RejectsFile {
  readonly path: string
  count = 0
  #file: number | undefined

  constructor(path: string) {
    this.path = path
  }

  add({ text, ...reject }: Reject): void {
    this.#file ??= openSync(this.path, 'w')
    writeSync(this.#file, `${JSON.stringify({ ...reject, text: text.slice(0, longestText) })}\n`)
    this.count++
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}
