import type { Row } from '@/lib/engines/engine'
import { type Group, otherGroup } from './group'
import { groupColumns } from './kept-groups'
import type { Frame } from './resolve-envelope'

/** A group and its rank: from 1 for kept groups, one more than the limit for all others together. */
export interface RankedGroup {
  readonly rank: number
  readonly group: Group
}

/** The groups that a statement's rows of the part `group` tell of, in the order of their ranks. */
export function readGroups(
  rows: readonly Row[],
  { breakdown, breakdownLimit }: Pick<Frame, 'breakdown' | 'breakdownLimit'>,
): readonly RankedGroup[] {
  const names = groupColumns(breakdown.length)
  return rows
    .filter(row => row.part === 'group')
    .map(row => ({ rank: Number(row.rank), texts: names.map(name => row[name] as string | null) }))
    .map(({ rank, texts }): RankedGroup => ({ rank, group: rank > breakdownLimit ? otherGroup : texts }))
    .sort((one, other) => one.rank - other.rank)
}

/** The same, and all others together where `hasOthers` finds them. */
export function withOthers(
  kept: readonly RankedGroup[],
  { breakdownLimit }: Pick<Frame, 'breakdownLimit'>,
  hasOthers: (rank: number) => boolean,
): readonly RankedGroup[] {
  const rank = breakdownLimit + 1
  return hasOthers(rank) ? [...kept, { rank, group: otherGroup }] : kept
}
