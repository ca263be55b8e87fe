import { type CatalogEvent, type CatalogQuestion, type Column, checkNames, type Dataset, type ValueType } from '@/lib/catalog'
import { type Result, succeed } from '@/lib/problems'
import { asResult } from './as-result'
import type { DatasetEntry } from './dataset'
import { listDatasets, openDataset } from './datasets'

export interface CatalogAnswer {
  readonly datasets: readonly DatasetEntry[]
  readonly dataset: string
  readonly timezone: string
  readonly columns: readonly Column[]
  readonly userColumns: readonly Column[]
  readonly events: readonly CatalogAnswerEvent[]
}

export interface CatalogAnswerEvent extends Omit<CatalogEvent, 'properties'> {
  readonly properties?: readonly CatalogAnswerProperty[]
}

export interface CatalogAnswerProperty {
  /** As a document writes it: `event.plan`. */
  readonly property: string
  readonly type: ValueType
  readonly share: number
  readonly distinct: number
  readonly top: readonly { readonly value: string; readonly events: number }[]
}

/** What is known of a dataset's events and properties; the default dataset without a name. */
export function answerCatalog(question: CatalogQuestion): Promise<Result<CatalogAnswer>> {
  return asResult(() => describeDataset(question))
}

async function describeDataset({ dataset, events, detail }: CatalogQuestion): Promise<Result<CatalogAnswer>> {
  const [datasets, opened] = [await listDatasets(), await openDataset(dataset)]
  if (!opened.ok) return opened
  // An empty list would look like an answer to who mistyped a name.
  const known = checkNames(opened.value, { events })
  if (!known.ok) return known
  const { name, timezone, source } = opened.value
  return succeed({
    datasets,
    dataset: name,
    timezone,
    columns: source.columns,
    userColumns: source.users?.columns ?? [],
    events: eventsOf(opened.value, events).map(event => describe(event, detail, events.length > 0)),
  })
}

function eventsOf(dataset: Dataset, names: readonly string[]): readonly CatalogEvent[] {
  const wanted = new Set(names)
  return wanted.size === 0 ? dataset.events : dataset.events.filter(event => wanted.has(event.name))
}

/** An overview of a hundred events needs no more. */
const fewValues = 5

function describe({ properties, ...event }: CatalogEvent, detail: CatalogQuestion['detail'], isNarrow: boolean): CatalogAnswerEvent {
  if (detail === 'events') return event
  return {
    ...event,
    properties: properties.map(({ key, top, ...property }) => ({
      property: `event.${key}`,
      ...property,
      top: isNarrow ? top : top.slice(0, fewValues),
    })),
  }
}
