import type { Dataset } from '@/lib/catalog'
import type { Bool, Planner, Query, Sql } from '@/sql'
import { filtersSql } from './filter-sql'
import type { Filter } from './resolve-condition'
import type { Property } from './resolve-property'
import { allTypes, type EventFilter } from './resolve-selection'

/** A stretch of instants in microseconds, [from, to); without `from` all that came before. */
export interface Stretch {
  readonly from: number | null
  readonly to: number
}

export interface ScanRequest {
  readonly dataset: Dataset
  /** The top-level conditions. */
  readonly where: readonly Filter[]
  readonly selections: readonly EventFilter[]
  /** Properties that are read besides those of conditions. */
  readonly properties: readonly Property[]
  /** Times in which any event is read. */
  readonly stretches: readonly Stretch[]
}

/** The one read of the events table that a statement makes: which rows, and how their properties are read. */
export interface Scan {
  /** A `select` from the events table without columns; add those that are needed. */
  readonly rows: Query
  /** Microseconds since 1970. */
  readonly at: Sql<number>
  readonly entity: Sql
  /** Whether entities are whole numbers from 0, fit for sets of numbers. */
  readonly isEntityNumber: boolean
  /** The event's type. */
  readonly type: Sql
  read(property: Property): Sql
  /** Whether a row that was read belongs to the selection; null where all do. */
  selects(selection: EventFilter): Bool | null
}

const events = 'e'
const users = 'u'

export function scan({ dataset, where, selections, properties, stretches }: ScanRequest, planner: Planner): Scan {
  const { db, eb, verbs } = planner
  const { source } = dataset
  const column = (name: string): Sql => verbs.column(events, name)
  const read = (property: Property): Sql => {
    if (property.from === 'column') return column(property.column)
    if (property.from === 'user') return verbs.column(users, property.column)
    const promoted = source.promoted.get(property.key)
    return promoted === undefined ? verbs.mapValue(column(source.properties), property.key) : column(promoted)
  }
  const types = allTypes(selections)
  const time = column(source.eventTime)
  const within = stretches.map(({ from, to }) =>
    eb.and([...(from === null ? [] : [eb(time, '>=', verbs.instant(from))]), eb(time, '<', verbs.instant(to))]),
  )
  const conditions: (Bool | null)[] = [
    types === null ? null : isType(column(source.eventType), types, planner),
    eb.or(within),
    eb(column(source.userKey), 'is not', null),
    filtersSql(where, read, planner),
  ]
  const readsUsers =
    usesUsers([...where, ...selections.flatMap(selection => selection.where)]) || properties.some(property => property.from === 'user')
  let rows: Query = db.selectFrom(verbs.table(source.table, events))
  if (source.users !== null && readsUsers) {
    const { table, key, joins } = source.users
    rows = rows.leftJoin(verbs.table(table, users), join => join.on(eb(column(joins), '=', verbs.column(users, key))))
  }
  for (const condition of conditions) if (condition !== null) rows = rows.where(condition)
  return {
    rows,
    at: verbs.micros(time),
    entity: column(source.userKey),
    isEntityNumber: source.userKeyIs === 'number',
    type: column(source.eventType),
    read,
    selects: selection => {
      const isNarrower = selection.types !== null && (types === null || types.length > selection.types.length)
      const tests = [
        isNarrower ? isType(column(source.eventType), selection.types ?? [], planner) : null,
        filtersSql(selection.where, read, planner),
      ].filter(test => test !== null)
      return tests.length === 0 ? null : eb.and(tests)
    },
  }
}

/** Event types stay a plain list: files and row groups are skipped by it. */
export function isType(eventType: Sql, types: readonly string[], { eb }: Planner): Bool {
  return types.length === 1 ? eb(eventType, '=', types[0]) : eb(eventType, 'in', types)
}

function usesUsers(filters: readonly Filter[]): boolean {
  return filters.some(filter => {
    if (filter.is === 'test') return filter.property.from === 'user'
    return usesUsers(filter.is === 'not' ? [filter.of] : filter.of)
  })
}
