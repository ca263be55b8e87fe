import { type ColumnType, type Dataset, propertyProblem } from '@/lib/catalog'
import type { Path, Problem } from '@/lib/problems'
import { type PropertyName, splitProperty } from './property'

/** A property found in the dataset: a key of the map, a plain column, or an attribute of the person. */
export type Property =
  | { readonly from: 'map'; readonly property: PropertyName; readonly key: string; readonly type: 'text' }
  | { readonly from: 'column'; readonly property: PropertyName; readonly column: string; readonly type: ColumnType }
  | { readonly from: 'user'; readonly property: PropertyName; readonly column: string; readonly type: ColumnType }

/** Finds a property, or tells into `problems` that there is none (with the nearest name there is). */
export function resolveProperty(property: PropertyName, dataset: Dataset, path: Path, problems: Problem[]): Property | null {
  const trouble = propertyProblem(property, dataset, path)
  if (trouble !== null) {
    problems.push(trouble)
    return null
  }
  const { scope, name } = splitProperty(property)
  if (scope === 'event') return { from: 'map', property, key: name, type: 'text' }
  const from = scope === 'column' ? 'column' : 'user'
  const column = (from === 'column' ? dataset.source.columns : dataset.source.users?.columns)?.find(known => known.name === name)
  return column === undefined ? null : { from, property, column: column.name, type: column.type }
}

/** Finds properties in their order; what is wrong goes into `problems`, each at its index of `path`. */
export function resolveProperties(
  properties: readonly PropertyName[],
  dataset: Dataset,
  path: Path,
  problems: Problem[],
): readonly Property[] {
  return properties.flatMap((property, index) => resolveProperty(property, dataset, [...path, index], problems) ?? [])
}
