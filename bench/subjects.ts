import type { Dataset } from '@/lib/catalog'
import { eventsTable, quoteTable } from '@/sql/embedded'
import { inventedFrom, inventedUntil } from './invent'
import type { Subject } from './questions'

export function inventedSubject(dataset: string): Subject {
  return {
    dataset,
    table: quoteTable(eventsTable(dataset)),
    from: inventedFrom,
    until: inventedUntil,
    frequent: [
      'page_view',
      'session_start',
      'search',
      'product_view',
      'add_to_cart',
      'purchase',
      'click',
      'scroll',
      'filter_used',
      'review_read',
      'wishlist_added',
      'checkout_started',
    ],
    sparse: ['product_view', 'add_to_cart', 'purchase'],
    start: 'session_start',
    filter: { key: 'plan', values: ['free', 'team'] },
    group: 'platform',
    number: { type: 'page_view', key: 'duration_ms' },
  }
}

const daysOfSample = 180

export function sampleSubject({ name, events }: Dataset): Subject {
  const last = events.map(event => event.lastSeen.slice(0, 10)).reduce((latest, day) => (day > latest ? day : latest))
  const day = (shift: number): string => new Date(Date.parse(last) + shift * 86_400_000).toISOString().slice(0, 10)
  const frequent = events.slice(0, 12).map(event => event.name)
  const withNumber = events.find(event => event.properties.some(property => property.type === 'number'))
  return {
    dataset: name,
    table: quoteTable(eventsTable(name)),
    from: day(1 - daysOfSample),
    until: day(1),
    frequent,
    sparse: ['project_created', 'file_saved', 'file_exported'],
    start: frequent[1] as string,
    filter: { key: 'platform', values: ['mac', 'windows'] },
    group: 'platform',
    number: {
      type: withNumber?.name ?? '',
      key: withNumber?.properties.find(property => property.type === 'number')?.key ?? '',
    },
  }
}
