import { quoteName, quoteText } from './quote'

/** Which field of a line holds what. */
export interface Fields {
  readonly event_type: string
  readonly event_time: string
  readonly user_id: string
  readonly event_properties: string
}

export const createStaged =
  'create temp table staged (source integer, event_type varchar, event_time timestamp, user_id varchar, event_properties map(varchar, varchar), care boolean)'

/**
 * Reads files of JSON lines into `staged`. `$1` is the list of paths, `$2` the list of their numbers.
 * `care` marks the lines that the engine's reader cannot be trusted with: no JSON, fields of a wrong type, times in an unusual form,
 * and numbers that it would write in another way than they stand there (`1.10`, `1e3`; not looked for where `hasNumbers` is false).
 * Where `isOneFile`, the engine tells how far it is, which it does not where there is a join.
 */
export function readLines(fields: Fields, { hasNumbers = true, isOneFile = false } = {}): string {
  const structure = JSON.stringify({
    [fields.event_type]: 'JSON',
    [fields.event_time]: 'JSON',
    [fields.user_id]: 'JSON',
    [fields.event_properties]: 'MAP(VARCHAR, VARCHAR)',
  })
  const propertiesPointer = `/${fields.event_properties.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return `insert into staged
with files as (select unnest($1::varchar[]) as path, unnest($2::integer[]) as source),
lines as (
  select filename, json::varchar as line, json_transform(json, ${quoteText(structure)}) as fields
  from read_ndjson_objects($1::varchar[], ignore_errors = true, filename = true, maximum_object_size = 67108864)),
parts as (
  select filename, line, fields.${quoteName(fields.event_type)}::varchar as event_type, fields.${quoteName(fields.event_time)}::varchar as event_time,
    fields.${quoteName(fields.user_id)}::varchar as user_id, fields.${quoteName(fields.event_properties)} as properties
  from lines),
typed as (
  select filename, line, properties,
    case when starts_with(event_type, '"') then ${unquoted('event_type')} end as event_type,
    case when regexp_full_match(event_time, ${quoteText(timePattern)}) then epoch_us(try_cast(event_time[2:-2] as timestamptz)) end as micros,
    case when starts_with(user_id, '"') then ${unquoted('user_id')} when user_id[1] in (${numberStarts}) then user_id end as user_id,
    user_id is null or user_id = 'null' as has_no_user
  from parts)
select ${isOneFile ? '($2::integer[])[1]' : 'source'}, event_type, make_timestamp(micros), user_id,
  case
    when properties is null then map([], [])::map(varchar, varchar)
    when not contains(line, 'null') or ${hasTwins('properties')} then properties
    else map_from_entries(list_filter(map_entries(properties), lambda entry: entry.value is not null))
  end,
  line is null or event_type is null or event_type = '' or micros is null or micros < ${earliestMicros}
    or (user_id is null and not has_no_user)
    or case when properties is null then coalesce(json_type(line, ${quoteText(propertiesPointer)}), 'NULL') <> 'NULL' else false end
    ${hasNumbers ? `or ${mayRewriteNumbers}` : ''}
from typed${isOneFile ? '' : ' join files on path = filename'}`
}

/** What counts as an event's time when it stands in quotes: a date, or a date and a time of day, with or without an offset. */
const timePattern = '"\\d{4}-\\d\\d-\\d\\d([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-](0\\d|1[0-8])(:[0-5]\\d)?)?)?"'

/** The first instant of the year 1. */
const earliestMicros = '-62135596800000000'

const numberStarts = "'-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'"

const rewrittenNumberPattern = '(?:\\.[0-9]+(?:0|[0-9]{15})|[0-9][eE][+-]?[0-9]+|-0|\\.0000[0-9]*|[0-9]{16}[0-9.]*)[ \\t\\r]*[,}\\]]'

const mayRewriteNumbers = `regexp_matches(line, ${quoteText(rewrittenNumberPattern)})`

function unquoted(column: string): string {
  return `case when contains(${column}, '\\') then json_extract_string(${column}, '$') else ${column}[2:-2] end`
}

/** A map that was read from JSON may have a key twice, which most functions of maps refuse. */
function hasTwins(map: string): string {
  return `len(list_distinct(map_keys(${map}))) < cardinality(${map})`
}

/** How many lines of each file were read, and how many of them need care. */
export const countStaged = 'select source, count(*) as lines, count_if(care) as care from staged group by source'

/** The files in which a line has a key twice. Lines mostly have one of few lists of keys, so each list is looked at once. */
export const sourcesWithTwins = `
with lists as (select hash(map_keys(event_properties)) as list, any_value(rowid) as row from staged group by list),
twins as (
  select hash(map_keys(event_properties)) as list from staged
  where rowid in (select row from lists) and ${hasTwins('event_properties')})
select distinct source from staged where hash(map_keys(event_properties)) in (select list from twins)`

/** Forgets what was read of the files whose numbers are `$1`. */
export const forgetStaged = 'delete from staged where list_contains($1::integer[], source)'

/** Writes what was staged into a file, for another process to commit. */
export const writeStaged = (path: string): string =>
  `copy (select * exclude (care) from staged) to ${quoteText(path)} (format parquet, compression snappy)`

/** Turns JSON lines of attributes into a file of a table; fields that look like dates become dates. */
export const convertAttributes = (from: string, to: string): string =>
  `copy (from read_json_auto(${quoteText(from)}, format = 'newline_delimited', sample_size = -1)) to ${quoteText(to)} (format parquet)`
