import { expect, it } from 'vitest'
import { propertyOptions } from './properties'

it('offers properties by the share of all chosen events that have them, then what is known of people and rows', () => {
  const property = (name: string, share: number) => ({ property: `event.${name}`, type: 'text' as const, share, distinct: 3, top: [] })
  const options = propertyOptions({
    datasets: [],
    dataset: 'events',
    timezone: 'UTC',
    columns: [{ name: 'date', type: 'date' }],
    userColumns: [{ name: 'country', type: 'text' }],
    events: [
      { name: 'a', events: 900, firstSeen: '', lastSeen: '', properties: [property('rare', 0.1), property('both', 0.5)] },
      { name: 'b', events: 100, firstSeen: '', lastSeen: '', properties: [property('both', 1)] },
    ],
  })
  expect(options.map(one => [one.property, one.share, one.type])).toEqual([
    ['event.both', 0.55, 'text'],
    ['event.rare', 0.09, 'text'],
    ['user.country', null, 'text'],
    ['column.date', null, 'time'],
  ])
})
