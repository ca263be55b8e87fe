export type { AttributeTable, CatalogEvent, CatalogProperty, Column, ColumnType, Dataset, EventsTable, ValueType } from './types'
