import type { Sql } from './plan'

/**
 * Sets of whole numbers (0 or more), held in blocks of 64: a row for each block that has a number of the set, a bit for each number.
 * A union is a `bitOr` by block and the size a sum of `bitCount`, both exact, over far fewer rows than there are numbers.
 */
export interface NumberSetVerbs {
  /** The block that a number is in. */
  block(number: Sql): Sql<number>
  /** The bit that stands for a number in its block. */
  bitInBlock(number: Sql): Sql<number>
  bitOr(bits: Sql): Sql<number>
  /** How many bits are set; NULL for NULL. */
  bitCount(bits: Sql): Sql<number>
  /** The bits that are not in `others`, which may be NULL for none. */
  bitsWithout(bits: Sql, others: Sql): Sql<number>
  /** The bits of the rows that come `from` to `to` after this one by whole-number order: less than 0 is before; null is without end. */
  bitOrWithin(bits: Sql, partition: readonly string[], order: string, from: number | null, to: number): Sql<number | null>
}
