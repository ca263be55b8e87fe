import { expect, test } from 'vitest'
import { evaluate, parseFormula, seriesIn } from './formula'

const values: Readonly<Record<string, number | null>> = { A: 6, B: 2, C: null, D: 0 }

function calculate(text: string): number | null {
  const expression = parseFormula(text)
  if ('error' in expression) throw new Error(expression.error)
  return evaluate(expression, name => values[name] ?? null)
}

test.each([
  ['A / B * 100', 300],
  ['A - B - 1', 3],
  ['A + B * 2', 10],
  ['(A + B) * 2', 16],
  ['-A - -B', -4],
  ['- (A) * .5', -3],
  ['A * 1.', 6],
])('%s is %d', (formula, result) => expect(calculate(formula)).toBe(result))

test.each(['A + C', 'A / D', 'C / D', '-C'])('%s has no value', formula => expect(calculate(formula)).toBeNull())

test.each([
  ['', 'ends too early'],
  ['A +', 'ends too early'],
  ['(A', 'not closed'],
  ['A B', 'one too many'],
  ['A + * B', '“*”'],
  ['A % B', '“%” at character 3'],
])('“%s” cannot be read', (formula, says) => expect(parseFormula(formula)).toMatchObject({ error: expect.stringContaining(says) }))

test('names its series', () => {
  const expression = parseFormula('A / (B + -A)')
  expect('error' in expression ? [] : seriesIn(expression)).toEqual(['A', 'B', 'A'])
})
