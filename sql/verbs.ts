import type { AliasedExpression, QueryCreator, SqlBool } from 'kysely'
import type { NumberSetVerbs } from './number-sets'
import type { AnyTables, Sql } from './plan'

export type Bool = Sql<SqlBool>

/** One stage of a chain: which rows it takes, what they add to the chain, and which links are allowed. */
export interface Stage {
  readonly where: Bool
  /** What a row of this stage adds to the chain: the chain's column by name, and the column of the source it is read from. */
  readonly adds: Readonly<Record<string, string>>
  /** Whether a row may end the chain it was linked to; `row` names a column of the source, `chain` one that an earlier stage added. */
  readonly allows?: (row: (column: string) => Sql, chain: (column: string) => Sql) => Bool
  /** Whether a chain that ends in a row may be continued at a later instant; without it every chain may. */
  readonly outlives?: (row: (column: string) => Sql, chain: (column: string) => Sql) => Bool
}

/** How the rows of a partition are ordered. */
export interface ChainOrder {
  /** A whole number: a row follows those in which it is smaller. */
  readonly column: string
  /**
   * Where rows may have the same number: the column with the stage, from 1, of a row, which orders them then. Each row belongs to one stage,
   * and rows alike in number and stage are alike in all that stages add. Without it, no two rows of an entity have the same number.
   */
  readonly stage?: string
}

export interface ChainRequest {
  /** The relation that is read, by name. */
  readonly source: string
  /** Of whom the longest chain is reported. */
  readonly entity: string
  /** Columns that are equal along a chain, besides the entity. */
  readonly equal: readonly string[]
  readonly order: ChainOrder
  /** The column with a row's instant. */
  readonly instant: string
  readonly stages: readonly Stage[]
}

/** Everything in which the engines differ. A dialect that can't say a verb doesn't type-check. */
export interface SqlVerbs extends NumberSetVerbs {
  /** Whether rows told apart by a condition are better read once for each condition than once for all: reading costs less than telling apart. */
  readonly isRereadingCheap: boolean

  /** A table by its name's parts, verbatim. */
  table(parts: readonly string[], alias: string): AliasedExpression<AnyTables, string>
  /** A column by its name, verbatim: dots in it are part of the name. */
  column(alias: string, name: string): Sql
  /** Rows written into the statement. */
  rows(alias: string, columns: readonly string[], rows: readonly (readonly number[])[]): AliasedExpression<AnyTables, string>
  /** The whole numbers from 0 on, `count` of them, as rows. */
  numbers(alias: string, column: string, count: number): AliasedExpression<AnyTables, string>

  /** A whole number that the compiler worked out, written as it is. */
  int(value: number | bigint): Sql<number>
  /** A whole number that may stand in GROUP BY, where engines take a bare one for a column's position. */
  constant(value: number): Sql<number>
  /** A word of the compiler's own, written as it is. */
  word(text: string): Sql<string>
  /** A number of the document, bound. */
  double(value: number): Sql<number>
  /** NULL of the type of counts and times. */
  noInt(): Sql<number | null>
  noDouble(): Sql<number | null>
  noText(): Sql<string | null>
  add(...terms: readonly Sql[]): Sql<number>
  subtract(left: Sql, right: Sql): Sql<number>
  multiply(left: Sql, right: Sql): Sql<number>
  /** Division of doubles. */
  ratio(left: Sql, right: Sql): Sql<number>
  /** Division of whole numbers, truncated toward zero. */
  quotient(left: Sql, right: Sql): Sql<number>
  /** Bit `bit` (0 to 62) of a whole number, as 0 or 1. */
  bit(value: Sql, bit: Sql): Sql<number>
  /** A whole number with bit `bit` set. */
  bitMask(bit: Sql): Sql<number>
  bitAnd(left: Sql, right: Sql): Sql<number>
  /** A whole number without its lowest bits. */
  shiftRight(value: Sql, bits: Sql): Sql<number>
  least(left: Sql, right: Sql): Sql<number>
  greatest(left: Sql, right: Sql): Sql<number>

  /** The value of a key of a MAP, NULL where it is missing. */
  mapValue(map: Sql, key: string): Sql<string | null>
  asText(value: Sql): Sql<string>
  asDouble(value: Sql): Sql<number>
  /** Microseconds since 1970 of a timestamp in UTC. */
  micros(timestamp: Sql): Sql<number>
  /** Microseconds since 1970 of a date's midnight, read as UTC. */
  dateMicros(date: Sql): Sql<number>
  /** An instant that the compiler worked out, written as a timestamp. */
  instant(micros: number): Sql
  /** The text as a finite double where it reads as a number, else NULL. */
  readNumber(text: Sql): Sql<number | null>
  /** The wall clock of a text that reads as a time, in microseconds, else NULL. */
  readWallMicros(text: Sql): Sql<number | null>
  /** The offset that a text which reads as a time names, in microseconds, else NULL. */
  readOffsetMicros(text: Sql): Sql<number | null>

  lower(text: Sql): Sql<string>
  contains(text: Sql, part: Sql): Bool
  startsWith(text: Sql, start: string): Bool
  endsWith(text: Sql, end: string): Bool
  /** Whether the RE2 pattern is found anywhere in the text. */
  matches(text: Sql, pattern: string): Bool
  isAnyOf(text: Sql, texts: readonly string[]): Bool
  isSame(left: Sql, right: Sql): Bool

  /** For GROUP BY: by each of these lists of expressions, in one read. Where a list leaves an expression out, that is NULL. */
  groupingSets(...sets: readonly (readonly Sql[])[]): Sql
  countIf(condition: Bool): Sql<number>
  /** Distinct values, over the rows where the condition holds. */
  countDistinctIf(value: Sql, condition: Bool): Sql<number>
  /** The exact percentile (0 to 1), interpolated linearly, over the rows where the condition holds. */
  percentileIf(value: Sql<number | null>, fraction: number, condition: Bool): Sql<number | null>
  /** The first of several rows of texts, column by column, NULL before any text. */
  firstTexts(columns: readonly Sql[]): { readonly tuple: Sql; column(tuple: Sql, index: number): Sql<string | null> }
  /** The value in the row of the partition whose whole number is greater by `ahead`, of at most one such row; NULL where there is none. */
  valueAhead(value: Sql, partition: readonly string[], order: string, ahead: number): Sql
  /** Counts the rows before this one by whole-number order, not those of the same number. */
  countBefore(condition: Bool, partition: readonly string[], order: string): Sql<number>
  /** Counts the rows up to this one, with those of the same number. */
  countUpTo(condition: Bool, partition: readonly string[], order: string): Sql<number>

  /**
   * Adds relations that end in `reported`: for each entity the chain that reached the farthest stage, and of several the one that ends first.
   * A row of stage k is linked to the last row of stage k-1 before it that has a chain itself, so that a chain starts as late as it can.
   * Columns: the entity, `reached` (the stage, from 1), and what the stages added (NULL beyond the stage reached).
   */
  chain(creator: QueryCreator<AnyTables>, request: ChainRequest): QueryCreator<AnyTables>
}
