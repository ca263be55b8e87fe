import type { CatalogAnswer, EventEntry, PropertyEntry } from '@/components/catalog'
import { type AnyDocument, recentRange, visitEvent } from '@/components/question'
import { splitProperty } from '@/lib/parts/property'
import type { Range } from '@/lib/parts/range'

export interface HomeQuestion {
  readonly title: string
  readonly document: AnyDocument
}

/** Three questions that make sense for the dataset: its use over time, a way through it, and who comes back. */
export function homeQuestions(catalog: CatalogAnswer, properties: CatalogAnswer | undefined, now: Date): readonly HomeQuestion[] {
  const byVolume = catalog.events.toSorted((one, other) => other.events - one.events)
  const [most] = byVolume
  if (most === undefined) return []
  const visit = byVolume.find(({ name }) => name === visitEvent(catalog)) ?? most
  return [
    visitsQuestion(catalog, visit, properties, now),
    ...wayQuestion(catalog, byVolume, now),
    returnQuestion(catalog, byVolume, visit, now),
  ]
}

const arrivals = ['signup', 'signed_up', 'sign_up', 'user_signed_up', 'registered', 'account_created']
const ways = [
  ['signup', 'trial_started', 'subscription_paid'],
  ['signed_up', 'project_created', 'invite_sent'],
] as const

const firstOf = (events: readonly EventEntry[], names: readonly string[]): EventEntry | undefined =>
  names.map(name => events.find(event => event.name === name)).find(event => event !== undefined)

/** The last N units, or as many days up to the last event of a dataset that lies in the past. */
function rangeOf(catalog: CatalogAnswer, count: number, unit: 'week' | 'day', now: Date): Range {
  const range = recentRange(catalog, count * (unit === 'week' ? 7 : 1), now)
  return 'last' in range ? { last: count, unit } : range
}

/** Days of so few weeks that weeks would say nothing. */
const isShort = (range: Range): boolean => 'from' in range && Date.parse(range.to) - Date.parse(range.from) < 28 * 86_400_000

function visitsQuestion(catalog: CatalogAnswer, { name }: EventEntry, properties: CatalogAnswer | undefined, now: Date): HomeQuestion {
  const entries = properties?.events.find(event => event.name === name)?.properties ?? []
  const splits = entries.filter(
    ({ type, distinct, share }) => (type === 'text' || type === 'boolean') && distinct >= 2 && distinct <= 12 && share > 0.3,
  )
  const split = preferred(splits, splitNames)
  const filter = preferred(
    splits.filter(one => one !== split && one.distinct > 2 && one.top.length >= 2),
    filterNames,
  )
  const where = filter && [{ property: filter.property, op: 'is' as const, value: filter.top.slice(0, 2).map(({ value }) => value) }]
  const range = rangeOf(catalog, 16, 'week', now)
  const interval = isShort(range) ? 'day' : 'week'
  const title = `${interval === 'day' ? 'Daily' : 'Weekly'} users of ${name}`
  return {
    title: split === undefined ? title : `${title}, by ${splitProperty(split.property).name}`,
    document: {
      kind: 'segmentation',
      dataset: catalog.dataset,
      range,
      interval,
      series: [{ event: name, measure: 'entities', ...(where && { where }) }],
      ...(split === undefined ? {} : { breakdown: [split.property], breakdownLimit: 5 }),
    },
  }
}

const splitNames = ['plan', 'country', 'source', 'utm_source', 'tier']
const filterNames = ['platform', 'os', 'device', 'browser', 'app_version']

/** The first property of these names, else the first of all. */
function preferred(properties: readonly PropertyEntry[], names: readonly string[]): PropertyEntry | undefined {
  return (
    names.map(name => properties.find(({ property }) => property === `event.${name}`)).find(found => found !== undefined) ?? properties[0]
  )
}

function wayQuestion(catalog: CatalogAnswer, byVolume: readonly EventEntry[], now: Date): readonly HomeQuestion[] {
  const known = ways.find(steps => steps.every(name => byVolume.some(event => event.name === name)))
  const steps = known ?? byVolume.slice(0, 3).map(({ name }) => name)
  if (steps.length < 2) return []
  return [
    {
      title: `From ${steps[0]} to ${steps.at(-1)}`,
      document: {
        kind: 'funnel',
        dataset: catalog.dataset,
        range: rangeOf(catalog, 90, 'day', now),
        steps: steps.map(event => ({ event })),
        window: { value: known === undefined ? 7 : 30, unit: 'day' },
      },
    },
  ]
}

function returnQuestion(catalog: CatalogAnswer, byVolume: readonly EventEntry[], visit: EventEntry, now: Date): HomeQuestion {
  const start = firstOf(byVolume, arrivals) ?? visit
  const range = rangeOf(catalog, 10, 'week', now)
  return {
    title: `Who comes back after ${start.name}`,
    document: {
      kind: 'retention',
      dataset: catalog.dataset,
      range,
      start: { event: start.name },
      return: { event: '*' },
      unit: isShort(range) ? 'day' : 'week',
      periods: 8,
    },
  }
}
