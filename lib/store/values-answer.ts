import { checkNames, type Dataset, type ValuesQuestion } from '@/lib/catalog'
import { type Result, succeed } from '@/lib/problems'
import { searchColumnValues, searchMapValues } from '@/sql/embedded'
import { asResult } from './as-result'
import { type StoreRow, select } from './connection'
import { openDataset, withConnection } from './datasets'

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

/** The most frequent values of a property which contain a text; among all events where none is named. */
export function answerValues(question: ValuesQuestion): Promise<Result<ValuesAnswer>> {
  return asResult(() => findValues(question))
}

async function findValues(question: ValuesQuestion): Promise<Result<ValuesAnswer>> {
  const { property, search, limit } = question
  const opened = await openDataset(question.dataset)
  if (!opened.ok) return opened
  const known = checkNames(opened.value, question)
  if (!known.ok) return known
  const { source } = opened.value
  const dot = property.indexOf('.')
  const [scope, name] = [property.slice(0, dot), property.slice(dot + 1)]
  if (scope === 'event') return succeed(await valuesOfKey(opened.value, name, question))
  const table = (scope === 'user' ? source.users : null)?.table ?? source.table
  const found = await withConnection(connection => select(connection, searchColumnValues(table, name), search, limit + 1))
  return succeed(cut(found.map(toValue), limit))
}

async function valuesOfKey(dataset: Dataset, key: string, { events, search, limit }: ValuesQuestion): Promise<ValuesAnswer> {
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
