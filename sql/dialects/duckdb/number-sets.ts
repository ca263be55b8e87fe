import { sql } from 'kysely'
import { bitOrWithin } from '@/sql/dialects/portable'
import type { NumberSetVerbs } from '@/sql/number-sets'

export const duckdbNumberSets: NumberSetVerbs = {
  block: number => sql`(${number} >> 6)`,
  // Signed numbers have no shift into their first bit.
  bitInBlock: number => sql`(cast(1 as ubigint) << cast(${number} & 63 as ubigint))`,
  bitOr: bits => sql`bit_or(${bits})`,
  bitCount: bits => sql`bit_count(${bits})`,
  bitsWithout: (bits, others) => sql`(${bits} & ~coalesce(${others}, cast(0 as ubigint)))`,
  bitOrWithin,
}
