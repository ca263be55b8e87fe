export { type PropertyOption, propertyOptions } from './properties'
export { type PlacedProblem, RequestFailed, request } from './request'
export type { CatalogAnswer, DatasetEntry, EventEntry, PropertyEntry } from './types'
export { useCatalog, usePropertyCatalog, useValues } from './use-catalog'
