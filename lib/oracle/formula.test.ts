import { expect, test } from 'vitest'
import { evaluate } from './formula'

const values: Record<string, number | null> = { A: 6, B: 4, C: null, D: 0 }
const value = (formula: string) => evaluate(formula, name => values[name] ?? null)

test.each([
  ['A / B * 100', 150],
  ['A - B - 1', 1],
  ['A + B * 2', 14],
  ['(A + B) * 2', 20],
  ['-A * -B', 24],
  ['A--B', 10],
  ['.5*A + 1.', 4],
  ['A / D', null],
  ['D / A', 0],
  ['A + C', null],
  ['C * 0', null],
  ['-C', null],
])('%s is %s', (formula, expected) => expect(value(formula)).toBe(expected))
