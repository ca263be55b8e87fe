import { type RawBuilder, sql } from 'kysely'
import type { Sql } from '@/sql/plan'
import type { Bool, SqlVerbs } from '@/sql/verbs'

/** What all engines spell alike. */
export const portableVerbs = {
  table: (parts, alias) => sql.id(...parts).as(alias),
  column: (alias, name) => sql.id(alias, name),

  numbers: (alias, column, count) =>
    sql`range(${whole(count)})`.as(sql`${sql.id(alias)}(${sql.id(column)})`) as ReturnType<SqlVerbs['numbers']>,

  int: value => whole(value),
  constant: value => sql`cast(${whole(value)} as bigint)`,
  word: text => sql.lit(text),
  double: value => sql`cast(${value} as double)`,
  noInt: () => sql`cast(null as bigint)`,
  noDouble: () => sql`cast(null as double)`,
  add: (...terms) => sql`(${sql.join(terms, sql` + `)})`,
  subtract: (left, right) => sql`(${left} - ${right})`,
  multiply: (left, right) => sql`(${left} * ${right})`,
  ratio: (left, right) => sql`(cast(${left} as double) / ${right})`,
  bitAnd: (left, right) => sql`(${left} & ${right})`,
  least: (left, right) => sql`least(${left}, ${right})`,
  greatest: (left, right) => sql`greatest(${left}, ${right})`,
  asDouble: value => sql`cast(${value} as double)`,

  lower: text => sql`lower(${text})`,
  contains: (text, part) => sql`contains(${text}, ${part})`,
  isSame: (left, right) => sql`${left} is not distinct from ${right}`,

  groupingSets: (...sets) => sql`grouping sets (${sql.join(sets.map(set => sql`(${sql.join(set)})`))})`,
  countIf: condition => sql`count(*) filter (where ${condition})`,
  countDistinctIf: (value, condition) => sql`count(distinct ${value}) filter (where ${condition})`,
  valueAhead: (value, partition, order, ahead) =>
    sql`first_value(${value}) over (partition by ${columns(partition)} order by ${sql.id(order)} range between ${whole(ahead)} following and ${whole(ahead)} following)`,
  countBefore: (condition, partition, order) => countWithin(condition, partition, order, '1 preceding'),
  countUpTo: (condition, partition, order) => countWithin(condition, partition, order, 'current row'),
} satisfies Partial<SqlVerbs>

function countWithin(condition: Bool, partition: readonly string[], order: string, end: '1 preceding' | 'current row'): RawBuilder<number> {
  return sql`count(*) filter (where ${condition}) over (partition by ${columns(partition)} order by ${sql.id(order)} range between unbounded preceding and ${sql.raw(end)})`
}

/** See `NumberSetVerbs`. */
export function bitOrWithin(bits: Sql, partition: readonly string[], order: string, from: number | null, to: number): RawBuilder<number> {
  return sql`bit_or(${bits}) over (partition by ${columns(partition)} order by ${sql.id(order)} range between ${frameEnd(from)} and ${frameEnd(to)})`
}

const frameEnd = (after: number | null): RawBuilder<unknown> =>
  after === null ? sql.raw('unbounded preceding') : sql`${whole(Math.abs(after))} ${sql.raw(after < 0 ? 'preceding' : 'following')}`

/** A whole number as text of the statement; anything else would be a mistake of the compiler. Instants may need more than 53 bits. */
export function whole(value: number | bigint): RawBuilder<number> {
  if (typeof value === 'number' && !Number.isInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return sql.raw(String(BigInt(value)))
}

export const columns = (names: readonly string[]): Sql => sql.join(names.map(name => sql.id(name)))

export const numberPattern = '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?'
export const datePattern = '[0-9]{4}-[0-9]{2}-[0-9]{2}'
export const timeOfDayPattern = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?'
export const offsetPattern = '(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])'

/** An instant in UTC, in microseconds, as engines write timestamps: `2026-10-01 00:00:00.000000`. */
export function timestampText(micros: number): string {
  const millis = Math.floor(micros / 1000)
  return `${new Date(millis).toISOString().slice(0, -1).replace('T', ' ')}${String(micros - millis * 1000).padStart(3, '0')}`
}

/** The offset at the end of a text, in microseconds; NULL where `namesOne` says that there is none. */
export function readOffset(text: Sql, namesOne: Bool): RawBuilder<number | null> {
  return sql`case when not ${namesOne} then null when ${text} like '%Z' then 0
    else (case when right(${text}, 6) like '-%' then -60000000 else 60000000 end)
      * (cast(substr(right(${text}, 6), 2, 2) as bigint) * 60 + cast(right(${text}, 2) as bigint)) end`
}
