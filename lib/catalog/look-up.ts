import { closest, type Path, type Problem, problem } from '@/lib/problems'
import type { Dataset } from './types'

const propertiesOf = new WeakMap<Dataset, ReadonlySet<string>>()

/** Every property of the dataset, as documents write them: `event.plan`, `column.date`, `user.country`. */
function knownProperties(dataset: Dataset): ReadonlySet<string> {
  let known = propertiesOf.get(dataset)
  if (known === undefined) {
    known = new Set([
      ...dataset.events.flatMap(event => event.properties.map(property => `event.${property.key}`)),
      ...dataset.source.columns.map(column => `column.${column.name}`),
      ...(dataset.source.users?.columns ?? []).map(column => `user.${column.name}`),
    ])
    propertiesOf.set(dataset, known)
  }
  return known
}

const scopes: ReadonlySet<string> = new Set(['event', 'column', 'user'])

/** What stands in the way of asking for a property, with the nearest name of its scope; null where the dataset has it. */
export function propertyProblem(property: string, dataset: Dataset, path: Path): Problem | null {
  const known = knownProperties(dataset)
  if (known.has(property)) return null
  const scope = property.slice(0, property.indexOf('.'))
  if (!scopes.has(scope)) return problem('notSupported', path, { what: `The scope “${scope}” (attributes of groups)` })
  const near = [...known].filter(name => name.startsWith(`${scope}.`))
  return problem('unknownProperty', path, { property, dataset: dataset.name, suggestion: closest(property, near) })
}

/** What stands in the way of asking for an event, with the nearest name; null where the dataset has it. */
export function eventProblem(event: string, dataset: Dataset, path: Path): Problem | null {
  if (dataset.events.some(known => known.name === event)) return null
  const names = dataset.events.map(known => known.name)
  return problem('unknownEvent', path, { event, dataset: dataset.name, suggestion: closest(event, names) })
}
