/** A member of an object: its name, and its value as text and as what it is. */
export interface Member {
  readonly name: string
  readonly type: 'text' | 'number' | 'boolean' | 'null' | 'object' | 'array'
  /** The characters themselves for text; for everything else its JSON without blanks, numbers as they stand there. */
  readonly text: string
  /** Of an object, when asked for; empty for everything else. */
  readonly members: readonly Member[]
}

export class LineError extends Error {
  override readonly name = 'LineError'
}

const literals: readonly (readonly [text: string, type: Member['type']])[] = [
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null'],
]
const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const blanksAt = /[ \t\r\n]*/y

/**
 * Reads one line that holds one JSON object, to the depth of `depth` objects within each other; deeper values stay text.
 * Accepts JSON and, as the engine's reader does, a comma after the last element.
 * Throws a `LineError` that says what is wrong.
 */
export function scanLine(line: string, depth: number): readonly Member[] {
  const reader = new Reader(line)
  reader.skipBlanks()
  if (line[reader.position] !== '{') throw new LineError(line.trim() === '' ? 'the line is empty' : 'the line is not a JSON object')
  const value = reader.value('', depth)
  reader.skipBlanks()
  if (reader.position < line.length) throw reader.error('nothing more')
  return value.members
}

class Reader {
  position = 0
  readonly #line: string

  constructor(line: string) {
    this.#line = line
  }

  value(name: string, depth: number): Member {
    const first = this.#line[this.position]
    if (first === '{') return this.#object(name, depth)
    if (first === '[') return this.#array(name)
    if (first === '"') return { name, type: 'text', text: this.#string(), members: [] }
    const literal = literals.find(([text]) => this.#line.startsWith(text, this.position))
    if (literal) {
      this.position += literal[0].length
      return { name, type: literal[1], text: literal[0], members: [] }
    }
    const number = this.#take(numberAt)
    if (number === undefined) throw this.error('a value')
    return { name, type: 'number', text: number, members: [] }
  }

  skipBlanks(): void {
    blanksAt.lastIndex = this.position
    blanksAt.test(this.#line)
    this.position = blanksAt.lastIndex
  }

  error(wanted: string): LineError {
    const found = this.#line[this.position]
    return new LineError(
      `not JSON: ${wanted} was expected at character ${this.position + 1}, where ${found === undefined ? 'the line ends' : `“${found}” stands`}`,
    )
  }

  #object(name: string, depth: number): Member {
    const members: Member[] = []
    const texts: string[] = []
    this.#list('}', () => {
      if (this.#line[this.position] !== '"') throw this.error('a name in quotes')
      const key = this.#string()
      this.skipBlanks()
      this.#expect(':')
      this.skipBlanks()
      const member = this.value(key, depth - 1)
      if (depth > 0) members.push(member)
      else texts.push(`${JSON.stringify(key)}:${jsonOf(member)}`)
    })
    return { name, type: 'object', text: `{${texts.join(',')}}`, members }
  }

  #array(name: string): Member {
    const texts: string[] = []
    this.#list(']', () => texts.push(jsonOf(this.value('', 0))))
    return { name, type: 'array', text: `[${texts.join(',')}]`, members: [] }
  }

  #list(end: string, element: () => void): void {
    this.position++
    for (;;) {
      this.skipBlanks()
      if (this.#line[this.position] === end) break
      element()
      this.skipBlanks()
      if (this.#line[this.position] === end) break
      this.#expect(',')
    }
    this.position++
  }

  #string(): string {
    const start = this.position
    let end = start + 1
    for (;;) {
      const code = this.#line.charCodeAt(end)
      if (code === 34) break
      if (Number.isNaN(code) || code < 32) {
        this.position = end
        throw this.error('the end of a text, or an escaped character,')
      }
      end += code === 92 ? 2 : 1
    }
    this.position = end + 1
    return this.#decode(this.#line.slice(start, end + 1))
  }

  #decode(quoted: string): string {
    if (!quoted.includes('\\')) return quoted.slice(1, -1)
    let text: string
    try {
      text = JSON.parse(quoted)
    } catch {
      throw new LineError('not JSON: a text holds an escape that does not exist')
    }
    if (!text.isWellFormed()) throw new LineError('not JSON: a text holds half of a surrogate pair')
    return text
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.#line)?.[0]
    if (!found) return undefined
    this.position += found.length
    return found
  }

  #expect(character: string): void {
    if (this.#line[this.position] !== character) throw this.error(`“${character}”`)
    this.position++
  }
}

function jsonOf(member: Member): string {
  return member.type === 'text' ? JSON.stringify(member.text) : member.text
}
