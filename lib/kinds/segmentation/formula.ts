/** A formula as a tree: series names, decimal numbers, `+ - * /`, unary minus and parentheses. */
export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'series'; readonly name: string }
  | { readonly is: 'negative'; readonly of: Expression }
  | { readonly is: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }

/** What could not be read, and where (from 1). */
export interface FormulaError {
  readonly error: string
}

const token = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|([A-Za-z_]\w*)|([-+*/()]))/y

/** Reads a formula. Precedence as in arithmetic; operators of one rank from the left. */
export function parseFormula(text: string): Expression | FormulaError {
  const tokens: string[] = []
  token.lastIndex = 0
  while (text.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex
    const match = token.exec(text)
    if (match === null) {
      const rest = text.slice(at).trimStart()
      return { error: `“${rest.charAt(0)}” at character ${text.length - rest.length + 1} has no meaning in a formula` }
    }
    tokens.push(match[0].trim())
  }
  let next = 0
  const take = (...wanted: string[]): string | null => (wanted.includes(tokens[next] ?? '') ? (tokens[next++] as string) : null)

  const sum = (): Expression => {
    let left = product()
    for (let operator = take('+', '-'); operator !== null; operator = take('+', '-')) {
      left = { is: operator as '+' | '-', left, right: product() }
    }
    return left
  }
  const product = (): Expression => {
    let left = factor()
    for (let operator = take('*', '/'); operator !== null; operator = take('*', '/')) {
      left = { is: operator as '*' | '/', left, right: factor() }
    }
    return left
  }
  const factor = (): Expression => {
    if (take('-') !== null) return { is: 'negative', of: factor() }
    if (take('(') !== null) {
      const inner = sum()
      if (take(')') === null) throw new FormulaSyntaxError('a parenthesis is not closed')
      return inner
    }
    const word = tokens[next++]
    if (word === undefined) throw new FormulaSyntaxError('the formula ends too early')
    if (/^[\d.]/.test(word)) return { is: 'number', value: Number(word) }
    if (/^[A-Za-z_]/.test(word)) return { is: 'series', name: word }
    throw new FormulaSyntaxError(`“${word}” stands where a series or a number is expected`)
  }

  try {
    const expression = sum()
    return next === tokens.length ? expression : { error: `“${tokens[next]}” is one too many` }
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return { error: error.message }
    throw error
  }
}

class FormulaSyntaxError extends Error {}

/** The names of the series that an expression needs, in the order in which it names them. */
export function seriesIn(expression: Expression): readonly string[] {
  switch (expression.is) {
    case 'number':
      return []
    case 'series':
      return [expression.name]
    case 'negative':
      return seriesIn(expression.of)
    default:
      return [...seriesIn(expression.left), ...seriesIn(expression.right)]
  }
}

/** The value of a formula; null where an operand is null, and where it divides by zero. */
export function evaluate(expression: Expression, numberOf: (series: string) => number | null): number | null {
  switch (expression.is) {
    case 'number':
      return expression.value
    case 'series':
      return numberOf(expression.name)
    case 'negative': {
      const value = evaluate(expression.of, numberOf)
      return value === null ? null : -value
    }
    default: {
      const left = evaluate(expression.left, numberOf)
      const right = evaluate(expression.right, numberOf)
      if (left === null || right === null) return null
      return calculate(expression.is, left, right)
    }
  }
}

function calculate(operator: '+' | '-' | '*' | '/', left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return right === 0 ? null : left / right
    default:
      return operator satisfies never
  }
}
