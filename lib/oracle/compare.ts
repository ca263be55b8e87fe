/**
 * Numbers agree when they differ by less than one in a billion. Counts, and sums of quarters, are far below a billion, so that for them
 * this is equality; means, percentiles, seconds and formulas may differ in their last digits.
 */
function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

/** The first place where two answers differ, as a sentence, or null where they agree. How an answer came about (`meta`) is no part of it. */
export function firstDifference(expected: unknown, actual: unknown): string | null {
  return differenceAt('', expected, actual)
}

function differenceAt(path: string, expected: unknown, actual: unknown): string | null {
  const here = path === '' ? 'the answer' : path
  if (typeof expected === 'number' && typeof actual === 'number' && sameNumber(expected, actual)) return null
  if (Array.isArray(expected) && Array.isArray(actual)) {
    for (let index = 0; index < Math.min(expected.length, actual.length); index++) {
      const difference = differenceAt(`${path}[${index}]`, expected[index], actual[index])
      if (difference !== null) return difference
    }
    return expected.length === actual.length
      ? null
      : `${here} has ${expected.length} by hand, ${actual.length} here: ${show(expected)} against ${show(actual)}`
  }
  if (actual instanceof Error) return `${here} is ${show(expected)} by hand, here: ${String(actual)}`
  if (isRecord(expected) && isRecord(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      if (path === '' && key === 'meta') continue
      const difference = differenceAt(path === '' ? key : `${path}.${key}`, expected[key], actual[key])
      if (difference !== null) return difference
    }
    return null
  }
  return Object.is(expected, actual) ? null : `${here} is ${show(expected)} by hand, ${show(actual)} here`
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (value: unknown) => {
  const text = value instanceof Error ? String(value) : (JSON.stringify(value) ?? 'nothing')
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
