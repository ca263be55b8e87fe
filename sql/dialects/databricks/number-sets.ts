import { sql } from 'kysely'
import { bitOrWithin } from '@/sql/dialects/portable'
import type { NumberSetVerbs } from '@/sql/number-sets'

export const databricksNumberSets: NumberSetVerbs = {
  block: number => sql`shiftright(${number}, 6)`,
  bitInBlock: number => sql`shiftleft(1L, cast(${number} & 63 as int))`,
  bitOr: bits => sql`bit_or(${bits})`,
  bitCount: bits => sql`bit_count(${bits})`,
  bitsWithout: (bits, others) => sql`(${bits} & ~coalesce(${others}, 0L))`,
  bitOrWithin,
}
