import { DefaultQueryCompiler } from 'kysely'

/** Binds equal values once: both engines take numbered or named placeholders, and Databricks takes 256 at most. */
export class NumberedQueryCompiler extends DefaultQueryCompiler {
  readonly #numbers = new Map<string, number>()

  readonly #placeholder: (number: number) => string

  constructor(placeholder: (number: number) => string) {
    super()
    this.#placeholder = placeholder
  }

  protected override appendValue(value: unknown): void {
    const key = `${typeof value}:${String(value)}`
    let number = this.#numbers.get(key)
    if (number === undefined) {
      this.addParameter(value)
      number = this.numParameters
      this.#numbers.set(key, number)
    }
    this.append(this.#placeholder(number))
  }
}
