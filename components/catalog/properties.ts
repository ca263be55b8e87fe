import type { ColumnType, ValueType } from '@/lib/catalog'
import type { CatalogAnswer } from './types'

/** A property as a picker offers it. */
export interface PropertyOption {
  /** As the document writes it: `event.plan`. */
  readonly property: string
  readonly name: string
  readonly scope: 'event' | 'user' | 'column'
  readonly type: ValueType
  /** The part of the chosen events that have it; null where it does not depend on the event. */
  readonly share: number | null
  readonly distinct: number | null
}

/** The properties that these events have, most widely present first, then what is known of the people, then plain columns. */
export function propertyOptions({ events, userColumns, columns }: CatalogAnswer): readonly PropertyOption[] {
  return [
    ...eventProperties(events),
    ...userColumns.map(({ name, type }) => columnOption('user', name, type)),
    ...columns.map(({ name, type }) => columnOption('column', name, type)),
  ]
}

function columnOption(scope: 'user' | 'column', name: string, type: ColumnType): PropertyOption {
  const valueType = type === 'date' || type === 'timestamp' ? 'time' : type
  return { property: `${scope}.${name}`, name, scope, type: valueType, share: null, distinct: null }
}

function eventProperties(events: CatalogAnswer['events']): readonly PropertyOption[] {
  const all = events.reduce((sum, event) => sum + event.events, 0)
  const found = new Map<string, { having: number; type: ValueType; distinct: number }>()
  for (const event of events) {
    for (const { property, share, type, distinct } of event.properties ?? []) {
      const known = found.get(property)
      found.set(property, {
        having: (known?.having ?? 0) + share * event.events,
        type: known === undefined || known.type === type ? type : 'text',
        distinct: Math.max(known?.distinct ?? 0, distinct),
      })
    }
  }
  return [...found]
    .map(
      ([property, { having, type, distinct }]): PropertyOption => ({
        property,
        name: property.slice(property.indexOf('.') + 1),
        scope: 'event',
        type,
        share: all === 0 ? 0 : having / all,
        distinct,
      }),
    )
    .sort((one, other) => (other.share ?? 0) - (one.share ?? 0) || one.name.localeCompare(other.name))
}
