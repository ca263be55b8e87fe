import * as z from 'zod'

/**
 * A property as the document writes it: a scope, a dot, and the name, which is everything after the first dot.
 * `event.K` is a key of the map, `column.C` a plain column, `user.A` an attribute of the person, `company.A` one of a group.
 */
export const propertySchema = z
  .string()
  .regex(/^[^.]+\./, 'A property is a scope, a dot and a name, such as “event.plan”, “column.event_type” or “user.country”.')

export type PropertyName = z.infer<typeof propertySchema>

export interface PropertyParts {
  readonly scope: string
  readonly name: string
}

/** Scope and name of a property: the first dot divides them, later ones belong to the name. */
export function splitProperty(property: PropertyName): PropertyParts {
  const dot = property.indexOf('.')
  return { scope: property.slice(0, dot), name: property.slice(dot + 1) }
}
