import { quoteName } from './quote'

/** Names a table by schema and table, in the order in which they are quoted and joined. */
export type TableName = readonly [schema: string, table: string]

export const eventsTable = (dataset: string): TableName => ['main', dataset]
export const userKeysTable = (dataset: string): TableName => ['user_keys', dataset]

/** Tables of attributes that may lie beside a dataset's events. */
export const attributeSchemas = ['users', 'companies', 'memberships'] as const
export type AttributeSchema = (typeof attributeSchemas)[number]
export const attributesTable = (schema: AttributeSchema, dataset: string): TableName => [schema, dataset]

/** The column that stands for a user, one to one, in the events and in the users of a dataset. */
export const userKeyColumn = 'user_key'

export const quoteTable = (table: TableName): string => table.map(quoteName).join('.')

/** The format of what lies in the file; a later one migrates from an earlier. */
export const layoutVersion = 1

/** Everything that a new store holds before the first load. Changes nothing in a store that has it. */
export const createLayout: readonly string[] = [
  ...['sounding', 'user_keys', ...attributeSchemas].map(schema => `create schema if not exists ${schema}`),
  'create table if not exists sounding.layout (version integer not null)',
  `insert into sounding.layout select ${layoutVersion} where not exists (from sounding.layout)`,
  `create table if not exists sounding.datasets (
     name varchar not null, timezone varchar not null, is_sample boolean not null, created_at timestamp not null,
     sorted_rows bigint not null, tail_rows bigint not null, next_file integer not null)`,
  `create table if not exists sounding.files (
     dataset varchar not null, file integer not null, path varchar not null, hash varchar not null, reading varchar not null,
     events bigint not null, rejected bigint not null, loaded_at timestamp not null)`,
  `create table if not exists sounding.catalog_events (
     dataset varchar not null, event varchar not null, events bigint not null, first_seen timestamp not null, last_seen timestamp not null,
     counted_events bigint not null)`,
  `create table if not exists sounding.catalog_properties (
     dataset varchar not null, event varchar not null, key varchar not null, events bigint not null, type varchar not null,
     distinct_values bigint not null, top struct("value" varchar, events bigint)[] not null)`,
]

export const readLayoutVersion = 'select max(version) as version from sounding.layout'

/** `user_key` stands for `user_id` one to one; `source_file` is the number of the file that a row came from. */
export function createDataset(dataset: string): readonly string[] {
  return [
    `create table ${quoteTable(eventsTable(dataset))} (${eventsColumns})`,
    `create table ${quoteTable(userKeysTable(dataset))} (user_id varchar not null, user_key integer not null)`,
  ]
}

const eventsColumns = `event_type varchar, event_time timestamp, user_id varchar, event_properties map(varchar, varchar),
  "date" date, dl_updated_at timestamp, user_key integer, source_file integer`
