import { RE2JS, RE2JSException } from 're2js'
import { isRepetition, patternSize } from './pattern-size'
import { patternTokens } from './pattern-tokens'

/** General categories that both engines know by these names. */
const categories = /^\^?(C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/

/** What RE2 takes in the engines, with some room. */
const mostSteps = 80_000
const mostRepetitions = 1000
/** In characters: what is longer is refused before it costs a second to read. */
const longest = 100_000

const tooLarge = 'it is too large once its repetitions are written out; repeat less, or narrower classes'

/**
 * Why a regular expression is not of the subset that all engines read alike, or null where it is. RE2 decides first; then what only one
 * of the engines knows, or knows otherwise, is refused: named groups, other flags than i, m and s, scripts, sets within sets,
 * characters by octal number; and what is too large for an engine.
 */
export function patternError(pattern: string): string | null {
  if (pattern.length > longest) return tooLarge
  try {
    RE2JS.compile(pattern)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    return error.message
  }
  let isInSet = false
  let before = ''
  for (const token of patternTokens(pattern)) {
    if (token.startsWith('\\p') || token.startsWith('\\P')) {
      const name = token.slice(2).replace(/^\{|\}$/g, '')
      if (!categories.test(name)) return `the class “${token}” is not known to all engines`
    } else if (/^\\[CK]$/.test(token)) return `“${token}” is not known to all engines`
    else if (/^\\[0-9v]$/.test(token)) return `“${token}” is not read alike by all engines; write \\x and two digits for the character`
    else if (isInSet) {
      if (token.startsWith('[')) return 'a set within a set is not read alike by all engines; write \\[ for the character'
      if (token === '&&') return '“&&” in a set is not read alike by all engines'
      if (token === ']') isInSet = false
    } else if (token.startsWith('[')) isInSet = true
    else if (token.startsWith('(?') && !/^\(\?[ims]*(-[ims]+)?[:)]$/.test(token)) return `“${token}” is not known to all engines`
    else if (token === '{') return '“{” that begins no repetition is not read alike by all engines; write \\{ for the character'
    else if (isRepetition(token) && /^\(\?.*\)$/.test(before)) return `“${before}${token}” is not read alike by all engines`
    before = token
  }
  const { steps, repetitions } = patternSize(pattern)
  const isTooLarge = steps > mostSteps || repetitions > mostRepetitions
  return isTooLarge ? tooLarge : null
}
