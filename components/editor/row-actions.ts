import type { Action } from '@/components/ui'
import { insertAt, moveTo, removeAt } from './list-edit'

interface RowLimits {
  readonly least: number
  readonly most: number
}

/** What can be done with a row of a list, as far as the list's limits allow it. */
export function rowActions<Row>(
  rows: readonly Row[],
  at: number,
  { least, most }: RowLimits,
  onChange: (rows: Row[]) => void,
): readonly Action[] {
  return [
    { name: 'Duplicate', icon: 'copy', isDisabled: rows.length >= most, onAction: () => onChange(insertAt(rows, at + 1, rows[at] as Row)) },
    { name: 'Move up', icon: 'up', isDisabled: at === 0, onAction: () => onChange(moveTo(rows, at, at - 1)) },
    { name: 'Move down', icon: 'down', isDisabled: at === rows.length - 1, onAction: () => onChange(moveTo(rows, at, at + 1)) },
    { name: 'Remove', icon: 'close', isDisabled: rows.length <= least, onAction: () => onChange(removeAt(rows, at)) },
  ]
}
