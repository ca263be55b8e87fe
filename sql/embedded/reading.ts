import { quoteName, quoteText } from './quote'

/** Which field of a line holds what. */
export interface Fields {
  readonly event_type: string
  readonly event_time: string
  readonly user_id: string
  readonly event_properties: string
}

/** `care` marks lines that are to be read by hand; `line` is the text of such a line, NULL when it is none that the engine can hold. */
export const createStaged = `create temp table staged (source integer, event_type varchar, event_time timestamp, user_id varchar,
  event_properties map(varchar, varchar), care boolean, line varchar)`

export interface Reading {
  /** Whether every value of a property is a text already. */
  readonly isPlain?: boolean
  /** Then the engine tells how far it is, which it does not where there is a join. */
  readonly isOneFile?: boolean
  /** In bytes; longer lines come without their text. Each thread takes twice as much memory. */
  readonly longestLine: number
}

/**
 * Reads files of JSON lines into `staged`. `$1` is the list of paths, `$2` the list of their numbers.
 * `care` marks the lines that the engine's reader cannot be trusted with: no JSON, fields of a wrong type, times in an unusual form,
 * and numbers that it would write in another way than they stand there (`1.10`, `1e3`), or that are none (`NaN`). In most lines a number
 * is put in quotes before the engine reads it, and a null taken out.
 */
export function readLines(fields: Fields, { isPlain = false, isOneFile = false, longestLine }: Reading): string {
  const properties = { [fields.event_properties]: 'MAP(VARCHAR, VARCHAR)' }
  const others = { [fields.event_type]: 'JSON', [fields.event_time]: 'JSON', [fields.user_id]: 'JSON' }
  const propertiesPointer = `/${fields.event_properties.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return `insert into staged
with files as (select unnest($1::varchar[]) as path, unnest($2::integer[]) as source),
lines as (
  select filename, json::varchar as line, json_transform(json, ${quoteText(JSON.stringify({ ...others, ...properties }))}) as fields
  from read_ndjson_objects($1::varchar[], ignore_errors = true, filename = true, maximum_object_size = ${longestLine})),
parts as (
  select filename, line, fields.${quoteName(fields.event_type)}::varchar as event_type, fields.${quoteName(fields.event_time)}::varchar as event_time,
    fields.${quoteName(fields.user_id)}::varchar as user_id, fields.${quoteName(fields.event_properties)} as properties,
    ${isPlain ? 'false' : "contains(line, 'null')"} as may_have_nulls, ${isPlain ? 'false' : hasUnusualNumbers('line')} as has_unusual_numbers
  from lines),
quoted as (
  select *, case when (may_have_nulls or has_unusual_numbers) and properties is not null and ${isFlat('line')}
    then case when has_unusual_numbers then ${withQuotedNumbers('line')} else line end end as quoted
  from parts),
cleaned as (select *, case when may_have_nulls then ${withoutNulls('quoted')} else quoted end as clean from quoted),
typed as (
  select filename, line, has_unusual_numbers,
    case when starts_with(event_type, '"') then ${unquoted('event_type')} end as event_type,
    case when regexp_full_match(event_time, ${quoteText(timePattern)}) then epoch_us(try_cast(${betweenQuotes('event_time')} as timestamptz)) end as micros,
    case when starts_with(user_id, '"') then ${unquoted('user_id')} when ${isNumber('user_id')} and (not has_unusual_numbers or regexp_full_match(user_id, '-?[1-9][0-9]{0,14}')) then user_id end as user_id,
    user_id is null or user_id = 'null' as has_no_user,
    properties is null as has_no_properties,
    clean,
    case
      when properties is null then map([], [])::map(varchar, varchar)
      when clean is not null then try(json_transform(clean, ${quoteText(JSON.stringify(properties))})).${quoteName(fields.event_properties)}
      when not may_have_nulls or ${hasTwins('properties')} then properties
      else map_from_entries(list_filter(map_entries(properties), lambda entry: entry.value is not null))
    end as properties
  from cleaned),
judged as (
  select *, line is null or event_type is null or event_type = '' or micros is null or micros < ${earliestMicros}
    or (user_id is null and not has_no_user)
    or case when has_no_properties then coalesce(json_type(line, ${quoteText(propertiesPointer)}), 'NULL') <> 'NULL' else false end
    or case when has_unusual_numbers then clean is null or ${hasUnusualNumbers('clean')} else false end
    or case when clean is not null then properties is null or list_count(map_values(properties)) < cardinality(properties) else false end
    as care
  from typed)
select ${isOneFile ? '($2::integer[])[1]' : 'source'}, event_type, make_timestamp(micros), user_id, properties, care, case when care then line end
from judged${isOneFile ? '' : ' join files on path = filename'}`
}

/** What counts as an event's time when it stands in quotes: a date, or a date and a time of day, with or without an offset. */
const timePattern = '"\\d{4}-\\d\\d-\\d\\d([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-](0\\d|1[0-8])(:[0-5]\\d)?)?)?"'

/** The first instant of the year 1. */
const earliestMicros = '-62135596800000000'

/** Whether a JSON value, as text, is a number. A list of first characters would become a join. */
const isNumber = (value: string): string => `(ascii(${value}) between ascii('0') and ascii('9') or starts_with(${value}, '-'))`

const blanks = '[ \\t\\r]*'
const rewrittenNumber = '(?:\\.[0-9]+(?:0|[0-9]{15})|[0-9][eE][+-]?[0-9]+|-0|\\.0000[0-9]*|[0-9]{16}[0-9.]*)'
const noNumber = '-?(?i:nan|inf(?:inity)?)'
const unusualMember = `:${blanks}(?:[-+0-9.eE]*${rewrittenNumber}|${noNumber})${blanks}[,}]`
const unusualElement = `(?:${rewrittenNumber}|[:,\\[]${blanks}${noNumber})${blanks}[,}\\]]`

/** Whether a line may have numbers that the engine would write in another way. Patterns that begin with a certain character are found much faster. */
function hasUnusualNumbers(line: string): string {
  return `case when contains(${line}, '[') then regexp_matches(${line}, ${quoteText(unusualElement)}) else regexp_matches(${line}, ${quoteText(unusualMember)}) end`
}

/** Whether a line's properties hold no objects, and no text in it a quotation mark. */
function isFlat(line: string): string {
  return `(not contains(${line}, '\\') and ${line} not like '%{%{%{%')`
}

/** A quotation mark behind any other character than these ends a text: before one that begins a text only they can stand. */
const endOfName = `[^"\\[{,: \\t\\r]"${blanks}:${blanks}`

function withQuotedNumbers(flatLine: string): string {
  return `regexp_replace(${flatLine}, ${quoteText(`(${endOfName})(-?[0-9][-+0-9.eE]*)(${blanks}[,}])`)}, '\\1"\\2"\\3', 'g')`
}

/** May leave a comma behind the last member, which the engine does not mind. */
function withoutNulls(flatLine: string): string {
  return `regexp_replace(${flatLine}, ${quoteText(`"[^"]*${endOfName}null${blanks}(?:,|(}))`)}, '\\1', 'g')`
}

function unquoted(column: string): string {
  return `case when contains(${column}, '\\') then json_extract_string(${column}, '$') else ${betweenQuotes(column)} end`
}

const betweenQuotes = (text: string): string => `substring(${text}, 2, length(${text}) - 2)`

/** A map that was read from JSON may have a key twice, which most functions of maps refuse. */
function hasTwins(map: string): string {
  return `len(list_distinct(map_keys(${map}))) < cardinality(${map})`
}

/** How many lines of each file were read, how many of them need care, and how many of those have no text. */
export const countStaged =
  'select source, count(*) as lines, count_if(care) as care, count_if(care and line is null) as textless from staged group by source'

/** The texts of the lines of the file `$1` which need care. */
export const readCareLines = 'select line from staged where care and line is not null and source = $1'

/** Forgets the lines of the files whose numbers are `$1` which need care. */
export const forgetCareLines = 'delete from staged where care and list_contains($1::integer[], source)'

/** The files in which a line has a key twice. Lines mostly have one of few lists of keys, so each list is looked at once. */
export const sourcesWithTwins = `
with lists as (select hash(map_keys(event_properties)) as list, any_value(map_keys(event_properties)) as names from staged group by list),
twins as (select list from lists where len(list_distinct(names)) < len(names))
select distinct source from staged where hash(map_keys(event_properties)) in (select list from twins)`

/** Forgets what was read of the files whose numbers are `$1`. */
export const forgetStaged = 'delete from staged where list_contains($1::integer[], source)'

/** Writes what was staged into a file, for another process to commit. */
export const writeStaged = (path: string): string =>
  `copy (select * exclude (care, line) from staged) to ${quoteText(path)} (format parquet, compression snappy)`

/** Turns JSON lines of attributes into a file of a table; fields that look like dates become dates. */
export const convertAttributes = (from: string, to: string): string =>
  `copy (from read_json_auto(${quoteText(from)}, format = 'newline_delimited', sample_size = -1)) to ${quoteText(to)} (format parquet)`
