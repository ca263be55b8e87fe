import { RE2JS, RE2JSException } from 're2js'

/** General categories that both engines know by these names. */
const categories = /^\^?(C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/

/**
 * Why a regular expression is not of the subset that all engines read alike, or null where it is. RE2 decides first; then what only one
 * of the engines knows, or knows otherwise, is refused: named groups, other flags than i, m and s, scripts, and sets within sets.
 */
export function patternError(pattern: string): string | null {
  try {
    RE2JS.compile(pattern)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    return error.message
  }
  let isInSet = false
  for (const [token] of pattern.matchAll(/\\[pP](?:\{[^}]*\}|.)|\\Q.*?(?:\\E|$)|\\.|\(\?[^:=!)]*[:)>]?|\[\^?\]?|\]|&&|./gs)) {
    if (token.startsWith('\\p') || token.startsWith('\\P')) {
      const name = token.slice(2).replace(/^\{|\}$/g, '')
      if (!categories.test(name)) return `the class “${token}” is not known to all engines`
    } else if (token === '\\C' || token === '\\K') return `“${token}” is not known to all engines`
    else if (isInSet) {
      if (token.startsWith('[')) return 'a set within a set is not read alike by all engines; write \\[ for the character'
      if (token === '&&') return '“&&” in a set is not read alike by all engines'
      if (token === ']') isInSet = false
    } else if (token.startsWith('[')) isInSet = true
    else if (token.startsWith('(?') && !/^\(\?[ims]*(-[ims]+)?[:)]$/.test(token)) return `“${token}” is not known to all engines`
  }
  return null
}
