/** What the values of a property read as; `text` unless every value reads as the narrower type. */
export type ValueType = 'text' | 'number' | 'boolean' | 'time'

/** A property of one event type. `share` is the part (0 to 1) of that type's events which have it. */
export interface CatalogProperty {
  readonly key: string
  readonly share: number
  readonly type: ValueType
  /** How many different values it has among these events. */
  readonly distinct: number
  /** The most frequent values, most frequent first, with the number of events that have them. */
  readonly top: readonly { readonly value: string; readonly events: number }[]
}

export interface CatalogEvent {
  readonly name: string
  readonly events: number
  /** ISO instants of the first and last event of this type. */
  readonly firstSeen: string
  readonly lastSeen: string
  readonly properties: readonly CatalogProperty[]
}

/** A column type, reduced to what a condition needs to know. */
export type ColumnType = 'text' | 'number' | 'boolean' | 'date' | 'timestamp'

export interface Column {
  readonly name: string
  readonly type: ColumnType
}

/** A table of attributes: one row for each entity, whose column `key` equals the events table's column `joins`. */
export interface AttributeTable {
  readonly table: readonly string[]
  readonly key: string
  readonly joins: string
  readonly columns: readonly Column[]
}

/** Where an events table lies and how it names what every events table has. */
export interface EventsTable {
  readonly table: readonly string[]
  readonly eventType: string
  readonly eventTime: string
  readonly properties: string
  /** The column that counts a person: `user_id`, or an integer that stands for it one to one. */
  readonly userKey: string
  /** Whether that is a whole number from 0, given to people one after the other, or a text. */
  readonly userKeyIs: 'number' | 'text'
  /** Columns beside the map that hold exactly the values of one of its keys, by key. */
  readonly promoted: ReadonlyMap<string, string>
  /** Plain columns that `column.C` may name. */
  readonly columns: readonly Column[]
  readonly users: AttributeTable | null
}

/** All that is known of one dataset: where it is, and what is in it. */
export interface Dataset {
  readonly name: string
  /** IANA name; the default zone of its questions. */
  readonly timezone: string
  readonly isSample: boolean
  readonly source: EventsTable
  readonly events: readonly CatalogEvent[]
}
