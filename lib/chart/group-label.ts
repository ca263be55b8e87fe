import { type Group, otherGroup } from '@/lib/parts/group'

/** A group as people read it: what is missing and what is empty are told apart from any text. */
export function groupLabel(group: Group): string {
  if (group === otherGroup) return 'All others'
  return group.map(valueLabel).join(' · ')
}

/** A property's value as it is shown: what is missing and what is empty must not look alike, nor like nothing. */
export function valueLabel(value: string | null): string {
  if (value === null) return '(not set)'
  return value === '' ? '(empty text)' : value
}
