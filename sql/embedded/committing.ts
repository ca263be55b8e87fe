import { type AttributeSchema, attributesTable, createDataset, eventsTable, quoteTable, userKeysTable } from './layout'
import { quoteName, quoteText } from './quote'

/** Where the events of a load wait to be committed: the table of this connection, or a file. */
export type StagedEvents = { readonly kind: 'table' } | { readonly kind: 'file'; readonly path: string }

export function stagedRelation(staged: StagedEvents): string {
  return staged.kind === 'table' ? 'temp.staged' : `read_parquet(${quoteText(staged.path)})`
}

export const readDataset = `select name, timezone, is_sample, sorted_rows, tail_rows, next_file from sounding.datasets where name = $1`

/** `$1` name, `$2` time zone, `$3` whether it is a sample, `$4` now (ISO). */
export const insertDataset = 'insert into sounding.datasets values ($1, $2, $3, $4::timestamptz, 0, 0, 1)'

/** `$1` name, `$2` time zone. */
export const setTimezone = 'update sounding.datasets set timezone = $2 where name = $1'

/** `$1` name, `$2` rows in order, `$3` rows behind them, `$4` number of the next file. */
export const setSize = 'update sounding.datasets set sorted_rows = $2, tail_rows = $3, next_file = $4 where name = $1'

export const readFiles = 'select file, path, hash, reading, events from sounding.files where dataset = $1 order by file'

/** `$1` dataset, `$2` number, `$3` path, `$4` hash, `$5` reading, `$6` events, `$7` rejected lines, `$8` now (ISO). */
export const insertFile = 'insert into sounding.files values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)'

/** `$1` dataset, `$2` list of file numbers. */
export const forgetFiles = 'delete from sounding.files where dataset = $1 and list_contains($2::integer[], file)'

export const countBySource = (staged: StagedEvents): string =>
  `select source, count(*) as events from ${stagedRelation(staged)} group by source`

/** Deletes the events of the files whose numbers are `$1`. */
export const deleteEvents = (dataset: string): string =>
  `delete from ${quoteTable(eventsTable(dataset))} where list_contains($1::integer[], source_file)`

/** The types of the events of the files whose numbers are `$1`. */
export const typesOfFiles = (dataset: string): string =>
  `select distinct event_type from ${quoteTable(eventsTable(dataset))} where list_contains($1::integer[], source_file)`

/** Gives every user of the staged files whose numbers are `$1` a key, if there is none yet. */
export function extendUserKeys(dataset: string, staged: StagedEvents): string {
  const keys = quoteTable(userKeysTable(dataset))
  return `insert into ${keys}
select user_id, (select coalesce(max(user_key), 0) from ${keys}) + row_number() over ()
from (select distinct user_id from ${stagedRelation(staged)} where user_id is not null and list_contains($1::integer[], source)) as seen
where not exists (from ${keys} as known where known.user_id = seen.user_id)`
}

const columns = 'event_type, event_time, user_id, event_properties, "date", dl_updated_at, user_key, source_file'

/** `$1` numbers of the staged files to take, `$2` what to add to them to get their numbers in the store, `$3` now (ISO). */
function arriving(dataset: string, staged: StagedEvents): string {
  return `select event_type, event_time, staged.user_id, event_properties, event_time::date as "date",
  ($3::timestamptz at time zone 'UTC')::timestamp as dl_updated_at, user_key, (source + $2)::integer as source_file
from ${stagedRelation(staged)} as staged left join ${quoteTable(userKeysTable(dataset))} as keys on keys.user_id = staged.user_id
where list_contains($1::integer[], source)`
}

/** Adds the staged events behind those that are there. Takes the values of `arriving`. */
export const appendEvents = (dataset: string, staged: StagedEvents): string =>
  `insert into ${quoteTable(eventsTable(dataset))} (${columns}) ${arriving(dataset, staged)} order by event_type, event_time`

/**
 * Writes all events of a dataset anew in order, together with the staged ones, or only these when it `isEmpty`, which is a little faster.
 * Takes the values of `arriving` in the first statement.
 */
export function rewriteEvents(dataset: string, staged: StagedEvents, isEmpty: boolean): readonly [write: string, ...swap: string[]] {
  const table = quoteTable(eventsTable(dataset))
  const [schema, name] = eventsTable(dataset)
  const rewritten = `${quoteName(schema)}.${quoteName(`${name} rewritten`)}`
  return [
    `create table ${rewritten} as
select ${columns} from (${isEmpty ? '' : `select ${columns} from ${table} union all `}${arriving(dataset, staged)})
order by event_type, event_time`,
    `drop table ${table}`,
    `alter table ${rewritten} rename to ${quoteName(name)}`,
  ]
}

/** Empties a dataset, so that a load replaces all of it. */
export function emptyDataset(dataset: string): readonly string[] {
  const [createEvents, createKeys] = createDataset(dataset)
  return [
    `drop table ${quoteTable(eventsTable(dataset))}`,
    `drop table ${quoteTable(userKeysTable(dataset))}`,
    createEvents as string,
    createKeys as string,
  ]
}

/** Makes the table of attributes of a dataset from a file; users get the keys that stand for them in the events. */
export function createAttributes(schema: AttributeSchema, dataset: string, path: string): string {
  const table = quoteTable(attributesTable(schema, dataset))
  const file = `read_parquet(${quoteText(path)})`
  if (schema !== 'users') return `create or replace table ${table} as from ${file}`
  return `create or replace table ${table} as
select attributes.*, user_key from ${file} as attributes left join ${quoteTable(userKeysTable(dataset))} using (user_id) order by user_key`
}
