/**
 * The value of a formula over the values of series. "Formulas take `+ - * / ( )`, unary minus, decimal numbers and series names;
 * a null operand or a division by zero gives null."
 */
export function evaluate(formula: string, operandOf: (series: string) => number | null): number | null {
  const tokens = formula.match(/\d+(?:\.\d*)?|\.\d+|[A-L]|[-+*/()]|\S/g) ?? []
  let at = 0

  const combine = (operator: string, left: number | null, right: number | null): number | null => {
    if (left === null || right === null) return null
    if (operator === '+') return left + right
    if (operator === '-') return left - right
    if (operator === '*') return left * right
    return right === 0 ? null : left / right
  }
  const chain = (operators: string, operand: () => number | null): number | null => {
    let value = operand()
    while (at < tokens.length && operators.includes(tokens[at] as string)) value = combine(tokens[at++] as string, value, operand())
    return value
  }
  const terms = (): number | null => chain('+-', factors)
  const factors = (): number | null => chain('*/', unary)
  const unary = (): number | null => {
    const token = tokens[at++]
    if (token === '-') return combine('-', 0, unary())
    if (token === '(') {
      const value = terms()
      if (tokens[at++] !== ')') throw new Error(`A bracket is not closed in ${formula}`)
      return value
    }
    if (token !== undefined && /^[A-L]$/.test(token)) return operandOf(token)
    if (token !== undefined && /^[\d.]/.test(token)) return Number(token)
    throw new Error(`Counting by hand cannot read ${formula}`)
  }

  const value = terms()
  if (at < tokens.length) throw new Error(`Counting by hand cannot read ${formula}`)
  return value
}
