import type { Bool, Planner, Sql } from '@/sql'

/** A set of periods is held in whole numbers of 32 bits each: period n is bit n % 32 of number n / 32. */
export const periodsInOne = 32

const indexesOf = (periods: number): readonly number[] =>
  Array.from({ length: Math.floor(periods / periodsInOne) + 1 }, (_, index) => index)

/** The columns that hold which of the periods 0 to `periods` a member returned in. */
export const periodColumns = (periods: number): readonly { readonly name: string; readonly index: number }[] =>
  indexesOf(periods).map(index => ({ name: `periods${index}`, index }))

/** The sets of periods of several rows, one of each, together. */
export function unitedPeriods(
  period: Sql<number>,
  periods: number,
  { eb, verbs }: Planner,
): readonly { readonly name: string; readonly bits: Sql }[] {
  const columns = periodColumns(periods)
  return columns.map(({ name, index }) => {
    if (columns.length === 1) return { name, bits: verbs.bitOr(verbs.bitMask(period)) }
    const bit = verbs.bitMask(verbs.subtract(period, verbs.int(index * periodsInOne)))
    const isHere = eb(verbs.quotient(period, verbs.int(periodsInOne)), '=', verbs.int(index))
    return { name, bits: verbs.bitOr(eb.case().when(isHere).then(bit).end()) }
  })
}

/** Whether a period is in the set. */
export function holdsPeriod(period: number, { eb, verbs }: Planner): Bool {
  const column = eb.ref(`periods${Math.floor(period / periodsInOne)}`)
  return eb(verbs.bitAnd(column, verbs.int(2 ** (period % periodsInOne))), '<>', verbs.int(0))
}

/** The column that tells how many members returned in a period; with “on or after” in it or a later one. */
export const returnedColumn = (period: number): string => `returned${period}`
