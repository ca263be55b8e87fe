import { readParameters } from '@/lib/address'
import { fail, type Problem, problem, type Result, succeed } from '@/lib/problems'
import { eventProblem, propertyProblem } from './look-up'
import type { Dataset } from './types'

/** What an address asks of the catalog: the events of a dataset (all of them where none is named), with their properties or without. */
export interface CatalogQuestion {
  readonly dataset: string | undefined
  readonly events: readonly string[]
  readonly detail: 'events' | 'properties'
}

/** What an address asks of a property: its most frequent values, those which contain `search`, among these events or all. */
export interface ValuesQuestion {
  readonly dataset: string | undefined
  readonly events: readonly string[]
  readonly property: string
  readonly search: string
  readonly limit: number
}

/** Reads `?dataset=&event=&event=&detail=events`. */
export function readCatalogQuestion(address: string): Result<CatalogQuestion> {
  const read = readParameters(address, ['dataset', 'detail'], ['event'])
  if (!read.ok) return read
  const { dataset, detail = 'properties', event } = read.value
  if (detail === 'events' || detail === 'properties') return succeed({ dataset, detail, events: event })
  return fail(wrong('detail', `There is no detail “${detail}”. Use one of: events, properties.`))
}

const mostValues = 200
const usualValues = 50
/** Far longer than anybody types, and far shorter than what an address may hold. */
const longestSearch = 1000

/** Reads `?property=&dataset=&event=&event=&search=&limit=`. */
export function readValuesQuestion(address: string): Result<ValuesQuestion> {
  const read = readParameters(address, ['property', 'dataset', 'search', 'limit'], ['event'])
  if (!read.ok) return read
  const { property = '', dataset, search = '', limit = String(usualValues), event } = read.value
  const problems: Problem[] = []
  if (!/^[^.]+\./.test(property))
    problems.push(
      wrong('property', 'Give a property: a scope, a dot and a name, such as “event.plan”, “column.user_id” or “user.country”.'),
    )
  if (search.length > longestSearch)
    problems.push(wrong('search', `The text to search for has ${search.length} characters. Use ${longestSearch} or fewer.`))
  if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > mostValues)
    problems.push(wrong('limit', `Use a whole number from 1 to ${mostValues}.`))
  return problems.length > 0 ? fail(...problems) : succeed({ property, dataset, search, limit: Number(limit), events: event })
}

/** Whether the dataset has everything that is named. Fails with all that it has not, each at its parameter. */
export function checkNames(dataset: Dataset, { events, property }: Partial<Pick<ValuesQuestion, 'events' | 'property'>>): Result<Dataset> {
  const path = (index: number) => (events?.length === 1 ? ['event'] : ['event', index])
  const problems = [
    property === undefined ? null : propertyProblem(property, dataset, ['property']),
    ...(events ?? []).map((event, index) => eventProblem(event, dataset, path(index))),
  ].filter(found => found !== null)
  return problems.length > 0 ? fail(...problems) : succeed(dataset)
}

const wrong = (parameter: string, detail: string): Problem => problem('invalidValue', [parameter], { detail })
