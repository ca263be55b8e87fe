import type { ColumnType, ValueType } from '@/lib/catalog'

/** What the server says of its datasets, and of the events of one of them. */
export interface CatalogAnswer {
  readonly datasets: readonly DatasetEntry[]
  readonly dataset: string
  readonly timezone: string
  readonly columns: readonly ColumnEntry[]
  readonly userColumns: readonly ColumnEntry[]
  readonly events: readonly EventEntry[]
}

export interface DatasetEntry {
  readonly name: string
  readonly events: number
  readonly timezone: string
  readonly isSample: boolean
}

interface ColumnEntry {
  readonly name: string
  readonly type: ColumnType
}

export interface EventEntry {
  readonly name: string
  readonly events: number
  readonly firstSeen: string
  readonly lastSeen: string
  readonly properties?: readonly PropertyEntry[]
}

export interface PropertyEntry {
  readonly property: string
  readonly type: ValueType
  readonly share: number
  readonly distinct: number
  readonly top: readonly ValueEntry[]
}

export interface ValueEntry {
  readonly value: string
  readonly events: number
}

export interface ValuesAnswer {
  readonly values: readonly ValueEntry[]
  readonly more: boolean
}
