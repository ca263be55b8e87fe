import { type Group, otherGroup } from '@/lib/parts/group'

/** A place in the palette, or one of the two greys: for what lies beyond the limit, and for a missing value. */
export type Colour = number | 'other' | 'missing'

export const paletteSize = 8

/**
 * A colour for each key, in their order. A key asks for the place that its text points to, and takes the next free one when it is
 * taken, so that a value keeps its colour while others come and go.
 */
export function assignColours(keys: readonly string[]): ReadonlyMap<string, Colour> {
  const assigned = new Map<string, Colour>()
  const taken = new Set<number>()
  for (const key of keys) {
    if (assigned.has(key)) continue
    const slot = freeSlot(hash(key) % paletteSize, taken)
    taken.add(slot)
    if (taken.size === paletteSize) taken.clear()
    assigned.set(key, slot)
  }
  return assigned
}

/** The colours of groups; the groups that are no value have their own. */
export function assignGroupColours(groups: readonly Group[]): (group: Group) => Colour {
  const assigned = assignColours(groups.filter(isValue).map(groupKey))
  return group => {
    if (group === otherGroup) return 'other'
    return isValue(group) ? (assigned.get(groupKey(group)) ?? 0) : 'missing'
  }
}

/** Equal for equal groups only: a missing value is not the text “null”. */
export const groupKey = (group: Group): string => JSON.stringify(group)

const isValue = (group: Group): boolean => group !== otherGroup && (group.length === 0 || group.some(value => value !== null))

function freeSlot(wanted: number, taken: ReadonlySet<number>): number {
  let slot = wanted
  while (taken.has(slot)) slot = (slot + 1) % paletteSize
  return slot
}

/** FNV-1a over the code units, its high bits folded in. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return (state ^ (state >>> 15)) >>> 0
}
