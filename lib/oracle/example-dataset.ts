import type { AttributeTable, Column, Dataset, ValueType } from '@/lib/catalog'

const texts = (names: readonly string[]): readonly Column[] => names.map(name => ({ name, type: 'text' }))

/** A dataset that has everything which the documents name, as the embedded store lays datasets out. */
export function datasetNaming(documents: readonly unknown[]): Dataset {
  const events = new Set<string>()
  const properties = new Set<string>()
  collect(documents, events, properties)
  const named = (scope: string): readonly string[] =>
    [...properties].filter(property => property.startsWith(`${scope}.`)).map(property => property.slice(scope.length + 1))
  const users: AttributeTable = { table: ['main', 'users of sample'], key: 'user_key', joins: 'user_key', columns: texts(named('user')) }
  const type: ValueType = 'text'
  const keys = named('event').map(key => ({ key, share: 1, type, distinct: 1, top: [] }))
  return {
    name: 'sample',
    timezone: 'UTC',
    isSample: true,
    source: {
      table: ['main', 'sample'],
      eventType: 'event_type',
      eventTime: 'event_time',
      properties: 'event_properties',
      userKey: 'user_key',
      userKeyIs: 'number',
      promoted: new Map(),
      columns: [
        ...texts(['event_type', 'user_id']),
        { name: 'event_time', type: 'timestamp' },
        { name: 'date', type: 'date' },
        { name: 'dl_updated_at', type: 'timestamp' },
      ],
      users,
    },
    events: [...events].map(name => ({ name, events: 1, firstSeen: '', lastSeen: '', properties: keys })),
  }
}

function collect(value: unknown, events: Set<string>, properties: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [field, inner] of Object.entries(value)) {
    const words = [inner].flat().filter(word => typeof word === 'string')
    if (field === 'event') for (const word of words) events.add(word)
    if (field === 'property' || field === 'breakdown' || field === 'hold') for (const word of words) properties.add(word)
    collect(inner, events, properties)
  }
}
