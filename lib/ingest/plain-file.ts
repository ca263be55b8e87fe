import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { LineEvent } from './read-event'

/** A file of events in the plainest form, every value a text, which the engine reads without a doubt. */
export class PlainFile {
  readonly path: string
  /** In bytes. */
  longestLine = 0
  readonly #output: WriteStream
  readonly #finished: Promise<void>

  constructor(path: string) {
    this.path = path
    this.#output = createWriteStream(path, { highWaterMark: 1 << 20 })
    this.#finished = finished(this.#output)
    this.#finished.catch(() => undefined)
  }

  async write(event: LineEvent): Promise<void> {
    const line = plainLine(event)
    this.longestLine = Math.max(this.longestLine, Buffer.byteLength(line) + 1)
    if (!this.#output.write(line)) await Promise.race([once(this.#output, 'drain'), this.#finished])
  }

  async close(): Promise<void> {
    this.#output.end()
    await this.#finished
  }

  destroy(): void {
    this.#output.destroy()
  }
}

function plainLine({ event_type, event_time, user_id, properties }: LineEvent): string {
  const members = properties.map(({ name, text }) => `${JSON.stringify(name)}:${JSON.stringify(text)}`)
  return `{"event_type":${JSON.stringify(event_type)},"event_time":"${event_time}","user_id":${JSON.stringify(user_id)},"event_properties":{${members.join(',')}}}\n`
}
