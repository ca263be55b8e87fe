/** Lists are never changed in place: the document before the change is what undo goes back to. */
export const replaceAt = <T>(list: readonly T[], at: number, value: T): T[] => list.map((one, index) => (index === at ? value : one))

export const removeAt = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)

export const insertAt = <T>(list: readonly T[], at: number, value: T): T[] => [...list.slice(0, at), value, ...list.slice(at)]

/** The list with the entry at `from` standing at `to`; unchanged where there is no such place. */
export function moveTo<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = list[from]
  if (moved === undefined || to < 0 || to >= list.length) return [...list]
  return insertAt(removeAt(list, from), to, moved)
}

/** A list as an optional field writes it: an empty one is not there. */
export const orAbsent = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list])

/** An object without the fields that are undefined, so that a question has one way of being written. */
export function compact<T extends object>(fields: T): T {
  // Leaving out undefined fields keeps the type wherever the fields are optional, and required ones are never undefined.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
