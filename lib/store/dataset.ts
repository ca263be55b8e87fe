import type { DuckDBConnection, Json } from '@duckdb/node-api'
import type { AttributeTable, CatalogEvent, CatalogProperty, Column, ColumnType, Dataset, EventsTable, ValueType } from '@/lib/catalog'
import {
  attributesTable,
  eventsTable,
  readCatalogEvents,
  readCatalogProperties,
  readColumns,
  readDatasets,
  userKeyColumn,
} from '@/sql/embedded'
import { type StoreRow, select } from './connection'

/** A dataset by name and size. */
export interface DatasetEntry {
  readonly name: string
  readonly events: number
  readonly timezone: string
  readonly isSample: boolean
}

/** Own datasets first, the first of them is the default. */
export async function readDatasetEntries(connection: DuckDBConnection): Promise<readonly DatasetEntry[]> {
  const rows = await select(connection, readDatasets)
  return rows.map(row => ({
    name: String(row.name),
    events: Number(row.events),
    timezone: String(row.timezone),
    isSample: row.is_sample === true,
  }))
}

/** Everything that a question needs to know of a dataset. */
export async function readWholeDataset(connection: DuckDBConnection, entry: DatasetEntry): Promise<Dataset> {
  const propertiesOf = new Map<string, StoreRow[]>()
  for (const row of await select(connection, readCatalogProperties, entry.name)) {
    const event = String(row.event)
    const rows = propertiesOf.get(event)
    if (rows) rows.push(row)
    else propertiesOf.set(event, [row])
  }
  const events = await select(connection, readCatalogEvents, entry.name)
  return {
    name: entry.name,
    timezone: entry.timezone,
    isSample: entry.isSample,
    source: { ...(await describeEvents(connection, entry.name)), users: await describeUsers(connection, entry.name) },
    events: events.map(row => toEvent(row, propertiesOf.get(String(row.event)) ?? [])),
  }
}

const hiddenColumns: ReadonlySet<string> = new Set(['event_properties', userKeyColumn, 'source_file'])

async function describeEvents(connection: DuckDBConnection, dataset: string): Promise<Omit<EventsTable, 'users'>> {
  const table = eventsTable(dataset)
  return {
    table,
    eventType: 'event_type',
    eventTime: 'event_time',
    properties: 'event_properties',
    userKey: userKeyColumn,
    userKeyIs: 'number',
    promoted: new Map(),
    columns: (await columnsOf(connection, table)).filter(column => !hiddenColumns.has(column.name)),
  }
}

async function describeUsers(connection: DuckDBConnection, dataset: string): Promise<AttributeTable | null> {
  const table = attributesTable('users', dataset)
  const columns = await columnsOf(connection, table)
  if (columns.length === 0) return null
  return { table, key: userKeyColumn, joins: userKeyColumn, columns: columns.filter(column => column.name !== userKeyColumn) }
}

async function columnsOf(connection: DuckDBConnection, [schema, table]: readonly [string, string]): Promise<readonly Column[]> {
  const rows = await select(connection, readColumns, schema, table)
  return rows.map(row => ({ name: String(row.name), type: columnType(String(row.type)) }))
}

function columnType(type: string): ColumnType {
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL)/.test(type)) return 'number'
  if (type === 'BOOLEAN') return 'boolean'
  if (type === 'DATE') return 'date'
  return type.startsWith('TIMESTAMP') ? 'timestamp' : 'text'
}

function toEvent(row: StoreRow, properties: readonly StoreRow[]): CatalogEvent {
  const counted = Number(row.counted_events)
  return {
    name: String(row.event),
    events: Number(row.events),
    firstSeen: String(row.first_seen),
    lastSeen: String(row.last_seen),
    properties: properties.map(property => toProperty(property, counted)),
  }
}

function toProperty(row: StoreRow, counted: number): CatalogProperty {
  return {
    key: String(row.key),
    share: counted === 0 ? 0 : Number(row.events) / counted,
    type: String(row.type) as ValueType, // written by the catalog's own statement
    distinct: Number(row.distinct_values),
    top: (Array.isArray(row.top) ? row.top : []).map(toTopValue),
  }
}

function toTopValue(entry: Json): CatalogProperty['top'][number] {
  const { value, events } = entry as { value: Json; events: Json } // a struct of the catalog's own table
  return { value: String(value), events: Number(events) }
}
