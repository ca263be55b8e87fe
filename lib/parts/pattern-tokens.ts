const token = /\\[pP](?:\{[^}]*\}|.)|\\x\{[^}]*\}|\\Q.*?(?:\\E|$)|\\.|\(\?[^:=!)]*[:)>]?|\{\d+(?:,\d*)?\}|\[\^?\]?|\]|&&|./gs

/** A valid regular expression, cut into what stands for itself, classes, repetitions, and the ends of groups and sets. */
export const patternTokens = (pattern: string): readonly string[] => Array.from(pattern.matchAll(token), ([text]) => text)
