import { sql } from 'kysely'
import { datePattern, offsetPattern, portableVerbs, readOffset, timeOfDayPattern, timestampText, whole } from '@/sql/dialects/portable'
import type { SqlVerbs } from '@/sql/verbs'
import { chain } from './chain'
import { duckdbNumberSets } from './number-sets'

const timeText = sql.lit(`${datePattern}([T ]${timeOfDayPattern}${offsetPattern}?)?`)
const offsetEnd = sql.lit(`${offsetPattern}$`)

export const duckdbVerbs: SqlVerbs = {
  ...portableVerbs,
  ...duckdbNumberSets,
  isRereadingCheap: true,
  rows: (alias, columns, rows) =>
    sql`(values ${sql.join(rows.map(row => sql`(${sql.join(row.map(whole))})`))})`.as(
      sql`${sql.id(alias)}(${sql.join(columns.map(name => sql.id(name)))})`,
    ) as ReturnType<SqlVerbs['rows']>,
  noText: () => sql`cast(null as varchar)`,
  quotient: (left, right) => sql`(${left} // ${right})`,
  bit: (value, bit) => sql`((${value} >> ${bit}) & 1)`,
  shiftRight: (value, bits) => sql`(${value} >> ${bits})`,
  bitMask: bit => sql`(cast(1 as bigint) << ${bit})`,

  mapValue: (map, key) => sql`${map}[${key}]`,
  asText: value => sql`cast(${value} as varchar)`,
  micros: timestamp => sql`epoch_us(${timestamp})`,
  dateMicros: date => sql`epoch_us(cast(${date} as timestamp))`,
  // DuckDB's TIMESTAMP has no zone; events are kept in UTC.
  instant: micros => sql`timestamp ${sql.lit(timestampText(micros))}`,
  // A cast takes just the texts of `numberPattern`, NaN and infinities, and besides them `1_000` and `+-1`; a pattern takes three times as long.
  readNumber: text =>
    sql`case when not contains(${text}, '_') and not contains(${text}, '+-') and isfinite(try_cast(${text} as double)) then try_cast(${text} as double) end`,
  readWallMicros: text =>
    sql`case when regexp_full_match(${text}, ${timeText}) then epoch_us(try_cast(regexp_replace(${text}, ${offsetEnd}, '') as timestamp)) end`,
  readOffsetMicros: text => readOffset(text, sql`regexp_matches(${text}, ${offsetEnd})`),

  startsWith: (text, start) => sql`starts_with(${text}, ${start})`,
  endsWith: (text, end) => sql`ends_with(${text}, ${end})`,
  matches: (text, pattern) => sql`regexp_matches(${text}, ${pattern})`,
  isAnyOf: (text, texts) => sql`${text} in (${sql.join(texts)})`,

  percentileIf: (value, fraction, condition) => sql`quantile_cont(${value}, ${sql.lit(fraction)}) filter (where ${condition})`,
  firstTexts: columns => ({
    tuple: sql`min(struct_pack(${sql.join(columns.map((text, i) => sql`${sql.id(`s${i}`)} := ${text} is not null, ${sql.id(`v${i}`)} := ${text}`))}))`,
    column: (tuple, index) => sql`struct_extract(${tuple}, ${sql.lit(`v${index}`)})`,
  }),
  chain,
}
