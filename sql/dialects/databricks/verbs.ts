import { sql } from 'kysely'
import {
  datePattern,
  numberPattern,
  offsetPattern,
  portableVerbs,
  readOffset,
  timeOfDayPattern,
  timestampText,
  whole,
} from '@/sql/dialects/portable'
import type { SqlVerbs } from '@/sql/verbs'
import { chain } from './chain'
import { databricksNumberSets } from './number-sets'

/** Longer lists travel as one parameter: a statement takes 256 at most. */
const longestPlainList = 20

const numberText = sql.lit(`\\A\\s*${numberPattern}\\s*\\z`)
const timeText = sql.lit(`\\A${datePattern}([T ]${timeOfDayPattern}${offsetPattern}?)?\\z`)
const offsetEnd = sql.lit(`${offsetPattern}\\z`)
const blanksAround = sql.lit(' \t\n\x0B\f\r')

export const databricksVerbs: SqlVerbs = {
  ...portableVerbs,
  ...databricksNumberSets,
  isRereadingCheap: false,
  rows: (alias, columns, rows) =>
    sql`values ${sql.join(rows.map(row => sql`(${sql.join(row.map(whole))})`))}`.as(
      sql`${sql.id(alias)}(${sql.join(columns.map(name => sql.id(name)))})`,
    ) as ReturnType<SqlVerbs['rows']>,
  noText: () => sql`cast(null as string)`,
  quotient: (left, right) => sql`(${left} div ${right})`,
  bit: (value, bit) => sql`(shiftright(${value}, cast(${bit} as int)) & 1)`,
  shiftRight: (value, bits) => sql`shiftright(${value}, cast(${bits} as int))`,
  bitMask: bit => sql`shiftleft(1L, cast(${bit} as int))`,

  mapValue: (map, key) => sql`try_element_at(${map}, ${key})`,
  asText: value => sql`cast(${value} as string)`,
  micros: timestamp => sql`unix_micros(${timestamp})`,
  dateMicros: date => sql`(cast(unix_date(${date}) as bigint) * 86400000000)`,
  instant: micros => sql`timestamp ${sql.lit(`${timestampText(micros)}Z`)}`,
  readNumber: text =>
    sql`case when ${text} rlike ${numberText} and abs(try_cast(trim(both ${blanksAround} from ${text}) as double)) < double('infinity') then try_cast(trim(both ${blanksAround} from ${text}) as double) end`,
  readWallMicros: text =>
    sql`case when ${text} rlike ${timeText} then unix_micros(try_cast(concat(regexp_replace(${text}, ${offsetEnd}, ''), case when ${text} like '%:%' then 'Z' else 'T00:00:00Z' end) as timestamp)) end`,
  readOffsetMicros: text => readOffset(text, sql`${text} rlike ${offsetEnd}`),

  startsWith: (text, start) => sql`startswith(${text}, ${start})`,
  endsWith: (text, end) => sql`endswith(${text}, ${end})`,
  matches: (text, pattern) => sql`${text} rlike ${pattern}`,
  isAnyOf: (text, texts) =>
    texts.length <= longestPlainList
      ? sql`${text} in (${sql.join(texts)})`
      : sql`array_contains(from_json(${JSON.stringify(texts)}, 'array<string>'), ${text})`,

  percentileIf: (value, fraction, condition) => sql`percentile(${value}, ${sql.lit(fraction)}) filter (where ${condition})`,
  firstTexts: columns => ({
    tuple: sql`min(struct(${sql.join(columns.map((text, i) => sql`${text} is not null as ${sql.id(`s${i}`)}, ${text} as ${sql.id(`v${i}`)}`))}))`,
    column: (tuple, index) => sql`${tuple}.${sql.id(`v${index}`)}`,
  }),
  chain,
}
