import type { ColumnType, Dataset } from '@/lib/catalog'
import { closest, type Path, type Problem, problem } from '@/lib/problems'
import { type PropertyName, splitProperty } from './property'

/** A property found in the dataset: a key of the map, a plain column, or an attribute of the person. */
export type Property =
  | { readonly from: 'map'; readonly property: PropertyName; readonly key: string; readonly type: 'text' }
  | { readonly from: 'column'; readonly property: PropertyName; readonly column: string; readonly type: ColumnType }
  | { readonly from: 'user'; readonly property: PropertyName; readonly column: string; readonly type: ColumnType }

const knownKeys = new WeakMap<Dataset, ReadonlySet<string>>()

function keysOf(dataset: Dataset): ReadonlySet<string> {
  let keys = knownKeys.get(dataset)
  if (keys === undefined) {
    keys = new Set(dataset.events.flatMap(event => event.properties.map(property => property.key)))
    knownKeys.set(dataset, keys)
  }
  return keys
}

/** Finds a property, or tells into `problems` that there is none (with the nearest name there is). */
export function resolveProperty(property: PropertyName, dataset: Dataset, path: Path, problems: Problem[]): Property | null {
  const { scope, name } = splitProperty(property)
  switch (scope) {
    case 'event': {
      const keys = keysOf(dataset)
      if (keys.has(name)) return { from: 'map', property, key: name, type: 'text' }
      return unknown(property, 'event', keys, dataset, path, problems)
    }
    case 'column':
    case 'user': {
      const columns = (scope === 'column' ? dataset.source.columns : dataset.source.users?.columns) ?? []
      const column = columns.find(known => known.name === name)
      if (column !== undefined) return { from: scope, property, column: column.name, type: column.type }
      const names = columns.map(known => known.name)
      return unknown(property, scope, names, dataset, path, problems)
    }
    default:
      problems.push(problem('notSupported', path, { what: `The scope “${scope}” (attributes of groups)` }))
      return null
  }
}

function unknown(property: string, scope: string, known: Iterable<string>, dataset: Dataset, path: Path, problems: Problem[]): null {
  const names = Array.from(known, name => `${scope}.${name}`)
  problems.push(problem('unknownProperty', path, { property, dataset: dataset.name, suggestion: closest(property, names) }))
  return null
}

export function resolveProperties(
  properties: readonly PropertyName[],
  dataset: Dataset,
  path: Path,
  problems: Problem[],
): readonly Property[] {
  return properties.flatMap((property, index) => resolveProperty(property, dataset, [...path, index], problems) ?? [])
}
