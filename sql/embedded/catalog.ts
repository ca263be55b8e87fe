import { type StagedEvents, stagedRelation } from './committing'
import { eventsTable, quoteTable } from './layout'
import { quoteName } from './quote'

/** The event types of a dataset. */
export const allEventTypes = (dataset: string): string => `select distinct event_type from ${quoteTable(eventsTable(dataset))}`

/** Forgets how many events there are of the types `$2` of the dataset `$1`. */
export const forgetEvents = 'delete from sounding.catalog_events where dataset = $1 and list_contains($2::varchar[], event)'

/** Forgets what the catalog says of the properties of the types `$2` of the dataset `$1`. */
export const forgetProperties = 'delete from sounding.catalog_properties where dataset = $1 and list_contains($2::varchar[], event)'

/** Forgets all that the catalog says of the dataset `$1`. */
export const forgetCatalog: readonly string[] = [
  'delete from sounding.catalog_events where dataset = $1',
  'delete from sounding.catalog_properties where dataset = $1',
]

/** How many events of the types `$2` of the dataset `$1` there were when their properties were counted. */
export const readCounted =
  'select event, counted_events from sounding.catalog_events where dataset = $1 and list_contains($2::varchar[], event)'

/** Counts the events of the types `$2` of the dataset `$1`; their properties count as not counted yet. */
export const countEvents = (dataset: string): string => `insert into sounding.catalog_events
select $1, event_type, count(*), min(event_time), max(event_time), 0
from ${quoteTable(eventsTable(dataset))} where list_contains($2::varchar[], event_type) group by event_type`

export const readEventCounts =
  'select event, events from sounding.catalog_events where dataset = $1 and list_contains($2::varchar[], event)'

/** Remembers that the properties of the type `$2` of the dataset `$1` were counted when there were `$3` events. */
export const setCounted = 'update sounding.catalog_events set counted_events = $3 where dataset = $1 and event = $2'

/** The event types of the staged files `$1`. */
export const stagedTypes = (staged: StagedEvents): string =>
  `select distinct event_type from ${stagedRelation(staged)} where list_contains($1::integer[], source)`

/** What a value's first characters rule out is not matched against a pattern, which costs many times more. */
const readsAsNumber = String.raw`case when ascii(value) < 58 then regexp_full_match(value, '[ \t\n\x0b\f\r]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?[ \t\n\x0b\f\r]*') and isfinite(try_cast(trim(value, e' \t\n\x0b\f\r') as double)) else false end`
const readsAsTime = String.raw`case when value like '____-__-__%' then regexp_full_match(value, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?)?') and try_cast(value[1:10] as date) is not null else false end`
const readsAsBoolean = "case when strlen(value) between 4 and 5 then lower(value) in ('true', 'false') else false end"

/** Longer texts are read by nobody; they are counted, not kept. */
const longestTop = 1000
const mostTop = 20

/** What there is to say of each property of some events, in one pass over the maps. */
function summarize(relation: string, condition: string): string {
  return `with pairs as (
  select event_type, unnest(map_keys(event_properties)) as key, unnest(map_values(event_properties)) as value from ${relation} where ${condition}),
counted as (select event_type, key, value, count(*) as events from pairs group by event_type, key, value),
summed as (
  select event_type, key, sum(events)::bigint as events, count(*) as distinct_values,
    bool_and(${readsAsNumber}) as all_numbers, bool_and(${readsAsBoolean}) as all_booleans, bool_and(${readsAsTime}) as all_times,
    min(struct_pack(fewer := -events, "value" := value), ${mostTop}) filter (length(value) <= ${longestTop}) as top
  from counted group by event_type, key)
select $1 as dataset, event_type as event, key, events,
  case when all_numbers then 'number' when all_booleans then 'boolean' when all_times then 'time' else 'text' end as type, distinct_values,
  coalesce(list_transform(top, lambda entry: struct_pack("value" := entry."value", events := -entry.fewer)), []) as top
from summed`
}

/** Counts the values of every property of the types `$2` of the dataset `$1`. */
export const countProperties = (dataset: string): string =>
  `insert into sounding.catalog_properties ${summarize(quoteTable(eventsTable(dataset)), 'list_contains($2::varchar[], event_type)')}`

/**
 * Adds what the staged files `$3` say of the properties of the types `$2` of the dataset `$1` to what was counted before: properties that were
 * not there, and text as the type of those that read as something else now. How often the others occur is left as it was counted.
 */
export const addProperties = (staged: StagedEvents): string => `merge into sounding.catalog_properties as known
using (${summarize(stagedRelation(staged), 'list_contains($2::varchar[], event_type) and list_contains($3::integer[], source)')}) as seen
on known.dataset = seen.dataset and known.event = seen.event and known.key = seen.key
when matched and known.type <> seen.type then update set type = 'text'
when not matched then insert`

export const readCatalogEvents = `select event, events, strftime(first_seen, '%Y-%m-%dT%H:%M:%S.%gZ') as first_seen, strftime(last_seen, '%Y-%m-%dT%H:%M:%S.%gZ') as last_seen,
  counted_events
from sounding.catalog_events where dataset = $1 order by events desc, event`

export const readCatalogProperties = `select event, key, events, type, distinct_values, top
from sounding.catalog_properties where dataset = $1 order by event, events desc, key`

/** Own datasets before samples, older ones first. */
export const readDatasets = `select name, timezone, is_sample, (select coalesce(sum(events), 0) from sounding.catalog_events where dataset = name)::bigint as events
from sounding.datasets order by is_sample, created_at, name`

/** The columns of the table `$2` in the schema `$1`, in their order. */
export const readColumns =
  'select column_name as name, data_type as type from duckdb_columns() where database_name = current_database() and schema_name = $1 and table_name = $2 order by column_index'

/** The `$4` most frequent values of the property `$2` among the events of the types `$1` whose lower-case text contains `$3`. */
export const searchMapValues = (dataset: string): string => `select value, count(*) as events from (
  select event_properties[$2] as value from ${quoteTable(eventsTable(dataset))} where list_contains($1::varchar[], event_type))
where value is not null and contains(lower(value), lower($3)) group by value order by events desc, value limit $4`

/** The `$2` most frequent values of a plain column whose lower-case text contains `$1`. */
export const searchColumnValues = (table: readonly string[], column: string): string => `select value, count(*) as events from (
  select ${quoteName(column)}::varchar as value from ${table.map(quoteName).join('.')})
where value is not null and contains(lower(value), lower($1)) group by value order by events desc, value limit $2`
