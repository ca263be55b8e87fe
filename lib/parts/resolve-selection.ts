import { eventProblem } from '@/lib/catalog'
import type { Path } from '@/lib/problems'
import { type Filter, type FilterContext, resolveConditions } from './resolve-condition'
import { namedEvents, type Selection, selectionLabel } from './selection'

/** Events of the dataset: the types (null for any), and what must hold of them. */
export interface EventFilter {
  readonly types: readonly string[] | null
  readonly where: readonly Filter[]
  readonly label: string
}

/** Finds the events and properties of a selection; what is wrong goes into the context's problems. */
export function resolveSelection(selection: Selection, path: Path, context: FilterContext): EventFilter {
  const named = namedEvents(selection.event)
  named?.forEach((event, index) => {
    const place = [...path, 'event', ...(typeof selection.event === 'string' ? [] : [index])]
    const trouble = eventProblem(event, context.dataset, place)
    if (trouble !== null) context.problems.push(trouble)
  })
  return {
    types: named === null ? null : [...new Set(named)],
    where: resolveConditions(selection.where ?? [], [...path, 'where'], context),
    label: selectionLabel(selection),
  }
}

/** All types that any of the filters needs; null where one of them takes any. */
export function allTypes(filters: readonly EventFilter[]): readonly string[] | null {
  if (filters.some(filter => filter.types === null)) return null
  return [...new Set(filters.flatMap(filter => filter.types ?? []))]
}

/** Whether one event could pass both filters, as far as their types tell. */
export function mayOverlap(one: EventFilter, other: EventFilter): boolean {
  return one.types === null || other.types === null || one.types.some(type => other.types?.includes(type))
}
