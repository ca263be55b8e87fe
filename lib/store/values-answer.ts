import type { Dataset } from '@/lib/catalog'
import { closest, fail, problem, type Result, succeed } from '@/lib/problems'
import { searchColumnValues, searchMapValues } from '@/sql/embedded'
import { asResult } from './as-result'
import { type StoreRow, select } from './connection'
import { openDataset, withConnection } from './datasets'

export interface ValuesRequest {
  readonly dataset: string | undefined
  /** Values among these events; among all when there are none. */
  readonly events: readonly string[]
  /** As a document writes it: `event.plan`, `user.country`, `column.event_type`. */
  readonly property: string
  /** What the values contain, in whatever letter case. */
  readonly search: string
  readonly limit: number
}

export interface ValuesAnswer {
  readonly values: readonly CountedValue[]
  /** Whether there are more than are listed. */
  readonly more: boolean
}

/** A value and how many events have it; of a user's attribute, how many users. */
interface CountedValue {
  readonly value: string
  readonly events: number
}

/** The most frequent values of a property which contain a text. */
export function answerValues(request: ValuesRequest): Promise<Result<ValuesAnswer>> {
  return asResult(() => findValues(request))
}

async function findValues(request: ValuesRequest): Promise<Result<ValuesAnswer>> {
  const opened = await openDataset(request.dataset)
  if (!opened.ok) return opened
  const dataset = opened.value
  const dot = request.property.indexOf('.')
  const [scope, name] = [request.property.slice(0, dot), request.property.slice(dot + 1)]
  if (scope === 'event') return succeed(await valuesOfKey(dataset, name, request))
  const place = scope === 'user' ? dataset.source.users : scope === 'column' ? dataset.source : null
  if (place?.columns.some(column => column.name === name)) {
    const found = await withConnection(connection =>
      select(connection, searchColumnValues(place.table, name), request.search, request.limit + 1),
    )
    return succeed(cut(found.map(toValue), request.limit))
  }
  const known = [
    ...(dataset.source.users?.columns ?? []).map(column => `user.${column.name}`),
    ...dataset.source.columns.map(column => `column.${column.name}`),
  ]
  const suggestion = closest(request.property, known)
  return fail(problem('unknownProperty', ['property'], { property: request.property, dataset: dataset.name, suggestion }))
}

async function valuesOfKey(dataset: Dataset, key: string, { events, search, limit }: ValuesRequest): Promise<ValuesAnswer> {
  const wanted = new Set(events)
  const among = wanted.size === 0 ? dataset.events : dataset.events.filter(event => wanted.has(event.name))
  const having = among.filter(event => event.properties.some(property => property.key === key))
  const known = having.flatMap(event => event.properties.filter(property => property.key === key))
  const isListed = known.every(property => property.distinct <= property.top.length)
  const isTopEnough = isListed || (known.length === 1 && search === '' && limit <= (known[0]?.top.length ?? 0))
  if (isTopEnough) {
    const values = cut(
      search === '' ? merged(known) : merged(known).filter(({ value }) => value.toLowerCase().includes(search.toLowerCase())),
      limit,
    )
    return isListed ? values : { ...values, more: true }
  }
  const types = having.map(event => event.name)
  const found = await withConnection(connection => select(connection, searchMapValues(dataset.name), types, key, search, limit + 1))
  return cut(found.map(toValue), limit)
}

function merged(properties: readonly { readonly top: readonly CountedValue[] }[]): readonly CountedValue[] {
  const sums = new Map<string, number>()
  for (const { value, events } of properties.flatMap(property => property.top)) sums.set(value, (sums.get(value) ?? 0) + events)
  return [...sums]
    .map(([value, events]) => ({ value, events }))
    .sort((one, other) => other.events - one.events || compareTexts(one.value, other.value))
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function cut(values: readonly CountedValue[], limit: number): ValuesAnswer {
  return { values: values.slice(0, limit), more: values.length > limit }
}

function toValue(row: StoreRow): CountedValue {
  return { value: String(row.value), events: Number(row.events) }
}
