import { patternTokens } from './pattern-tokens'

/** What a token may cost at most where RE2 steps through bytes of UTF-8; a class of letters has hundreds of ranges there. */
const classSteps = 250
const negationSteps = 20
const otherSteps = 10

/** How large a part of a regular expression is: its steps, and how often its innermost repetition is written out. */
export interface PatternSize {
  readonly steps: number
  readonly repetitions: number
}

interface Open {
  /** What stands before the last part, added up. */
  before: PatternSize
  last: PatternSize
}

const nothing: PatternSize = { steps: 0, repetitions: 1 }
const plain = (steps: number): PatternSize => ({ steps, repetitions: 1 })
const sum = (one: PatternSize, other: PatternSize): PatternSize => ({
  steps: one.steps + other.steps,
  repetitions: Math.max(one.repetitions, other.repetitions),
})

/**
 * At most so large is the program of a valid regular expression, when its repetitions are written out. RE2 as the engines have it refuses
 * programs of more than 87,000 steps, which a short pattern may need (`\p{Lu}{1000}`), and more than 1,000 repetitions within
 * repetitions, also of what is then repeated no time at all.
 */
export function patternSize(pattern: string): PatternSize {
  const foldsCase = /\(\?[a-z]*i/.test(pattern)
  const groups: Open[] = [{ before: nothing, last: nothing }]
  const inner = () => groups.at(-1) as Open // what closes a group without having opened it is no valid pattern
  const append = (part: PatternSize) => {
    inner().before = sum(inner().before, inner().last)
    inner().last = part
  }
  let isInSet = false
  for (const token of patternTokens(pattern)) {
    if (isInSet) {
      inner().last = sum(inner().last, plain(stepsOf(token, foldsCase)))
      isInSet = token !== ']'
    } else if (token.startsWith('[')) {
      append(plain(stepsOf(token, foldsCase) + (token.startsWith('[^') ? negationSteps : 0)))
      isInSet = true
    } else if (token === '(' || /^\(\?.*:$/s.test(token)) groups.push({ before: nothing, last: nothing })
    else if (token === ')') {
      const { before, last } = groups.pop() as Open
      append(sum(sum(before, last), plain(2)))
    } else if (isRepetition(token)) inner().last = repeat(inner().last, timesOf(token))
    else append(plain(stepsOf(token, foldsCase)))
  }
  return sum(inner().before, inner().last)
}

/** Whether a token outside of sets repeats what stands before it. */
export const isRepetition = (token: string): boolean => /^(?:[*+?]|\{\d+(?:,\d*)?\})$/.test(token)

/** How often what stands before is written out. */
const timesOf = (repetition: string): number => Math.max(1, ...Array.from(repetition.matchAll(/\d+/g), Number))

const repeat = ({ steps, repetitions }: PatternSize, times: number): PatternSize => ({
  steps: times * (steps + 2),
  repetitions: times * repetitions,
})

function stepsOf(token: string, foldsCase: boolean): number {
  if (/^\\[pP]/.test(token)) return classSteps
  if (/^\\[WDS]/.test(token)) return negationSteps
  const each = foldsCase || /\P{ASCII}|^\\x/u.test(token) ? otherSteps : 1
  return each * (token.startsWith('\\Q') ? token.length : 1) + (token === '.' || /^\\[wds]$/.test(token) ? otherSteps : 0)
}
