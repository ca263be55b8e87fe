import { bucketSql } from '@/lib/parts/bucket-sql'
import type { BucketRule } from '@/lib/parts/buckets'
import type { Planner, Query, Relations, Sql } from '@/sql'
import { periodColumns, periodsInOne } from './periods'
import type { RetentionQuestion } from './resolve'

/** Units of the calendar are held in blocks as long as a set of periods has bits. */
const unitsInBlock = periodsInOne
const low31 = 2 ** 31 - 1

/**
 * Whether returns can be found by counting units: every unit has its cohort, and an event in a later unit is a later event. The latter fails
 * where a clock is put back across midnight.
 */
export const countsUnits = ({ entry, clock, returnOn, rule }: RetentionQuestion): boolean =>
  entry === 'every' && clock === 'calendar' && returnOn === 'on' && !goesBack(rule)

const goesBack = (rule: BucketRule): boolean =>
  rule.by === 'division' &&
  rule.segments.some(({ until, add }, index) => {
    const next = rule.segments[index + 1]
    return until !== null && next !== undefined && Math.floor((until - 1 + add) / rule.unit) > Math.floor((until + next.add) / rule.unit)
  })

/** Adds `units`: for each entity and unit in which something happened its first start and its last return. */
export function withUnits(relations: Relations, { rule }: RetentionQuestion, isReadTwice: boolean, planner: Planner): Relations {
  const { db, eb, verbs } = planner
  const unit = bucketSql(eb.ref('at'), rule, planner).as('unit')
  const happened = db
    .selectFrom('starts')
    .select(['entity', unit, eb.ref('at').as('started'), verbs.noInt().as('returned')])
    .unionAll(db.selectFrom('returns').select(['entity', unit, verbs.noInt().as('started'), eb.ref('at').as('returned')]))
  const units = db
    .selectFrom('happened')
    .select(['entity', 'unit', eb.fn.min('started').as('started'), eb.fn.max('returned').as('returned')])
    .groupBy(['entity', 'unit'])
  return relations
    .with('happened', () => happened)
    .with(
      relation => (isReadTwice ? relation('units').materialized() : relation('units')),
      () => units,
    )
}

export const startersOfUnits = ({ db, eb }: Planner): Query =>
  db
    .selectFrom('units')
    .select(['entity', eb.ref('unit').as('cohort'), 'started'])
    .where('started', 'is not', null)

/**
 * Adds `cells`: each entity in each of its cohorts, with the set of periods it returned in. An entity's units are bits of blocks of 32; put
 * beside the bits of the next block, the returns from any unit of a block on are 32 bits of one number, from that unit's own bit. Within
 * the unit of the start itself the bit says whether the last return is later than the first start; in a later unit every return is.
 */
export function withCells(relations: Relations, { periods }: RetentionQuestion, planner: Planner): Relations {
  const { db, eb, verbs } = planner
  const columns = periodColumns(periods)
  const bitIn = verbs.bitMask(verbs.bitAnd(eb.ref('unit'), verbs.int(unitsInBlock - 1)))
  const block = verbs.quotient(eb.ref('unit'), verbs.int(unitsInBlock))
  const blocks = db
    .selectFrom('units')
    .select(['entity', block.as('block')])
    .select([
      verbs.bitOr(eb.case().when(eb.ref('started'), 'is not', null).then(bitIn).else(verbs.int(0)).end()).as('starts'),
      verbs.bitOr(eb.case().when(eb.ref('returned'), 'is not', null).then(bitIn).else(verbs.int(0)).end()).as('returns'),
      verbs.bitOr(eb.case().whenRef('returned', '>', 'started').then(bitIn).else(verbs.int(0)).end()).as('same_unit'),
    ])
    .groupBy([eb.ref('entity'), block])
  const returnsIn = (ahead: number): Sql =>
    ahead === 0 ? eb.ref('returns') : eb.fn.coalesce(verbs.valueAhead(eb.ref('returns'), ['entity'], 'block', ahead), verbs.int(0))
  const ahead = db
    .selectFrom('blocks')
    .select(['entity', 'block', 'starts', 'same_unit'])
    .select(
      columns.map(({ name, index }) =>
        // 63 bits at most: the highest would be the sign.
        verbs.add(returnsIn(index), verbs.multiply(verbs.bitAnd(returnsIn(index + 1), verbs.int(low31)), verbs.int(2 ** 32))).as(name),
      ),
    )
  const bit = eb.ref('bits.bit')
  const allButFirst = verbs.int(2 ** 32 - 2)
  const cells = db
    .selectFrom('ahead')
    .crossJoin(verbs.numbers('bits', 'bit', unitsInBlock))
    .select(['entity', verbs.add(verbs.multiply(eb.ref('block'), verbs.int(unitsInBlock)), bit).as('cohort')])
    .select(
      columns.map(({ name, index }) => {
        const own = verbs.shiftRight(eb.ref(name), bit)
        return (index === 0 ? verbs.add(verbs.bitAnd(own, allButFirst), verbs.bit(eb.ref('same_unit'), bit)) : own).as(name)
      }),
    )
    .where(verbs.bit(eb.ref('starts'), bit), '=', verbs.int(1))
  return relations
    .with('blocks', () => blocks)
    .with('ahead', () => ahead)
    .with('cells', () => cells)
}
