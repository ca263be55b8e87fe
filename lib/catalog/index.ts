export { eventProblem, propertyProblem } from './look-up'
export { type CatalogQuestion, checkNames, readCatalogQuestion, readValuesQuestion, type ValuesQuestion } from './question'
export type { AttributeTable, CatalogEvent, CatalogProperty, Column, ColumnType, Dataset, EventsTable, ValueType } from './types'
