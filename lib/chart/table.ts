import { formatBucket } from './bucket'
import { formatNumber, type NumberFormat } from './number'

export type TableCell = string | number | null

export type TableColumn = { readonly key: string; readonly label: string } & (
  | { readonly holds: 'text' }
  | { readonly holds: 'bucket'; readonly interval: string }
  | { readonly holds: 'number'; readonly format: NumberFormat }
)

/** The figures of an answer, exactly those that its chart shows. */
export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

export interface TableOrder {
  readonly column: number
  readonly direction: 'ascending' | 'descending'
}

/** A cell of an answer's table as text, by what its column holds. */
export function formatCell(cell: TableCell, column: TableColumn, locale: string): string {
  switch (column.holds) {
    case 'text':
      return String(cell ?? '')
    case 'bucket':
      return typeof cell === 'string' ? formatBucket(cell, column.interval, locale, 'long') : ''
    case 'number':
      return formatNumber(typeof cell === 'number' ? cell : null, column.format, locale)
    default:
      return column satisfies never
  }
}

/** Rows in the order asked for; what has no value comes last either way. */
export function sortRows(table: Table, order: TableOrder | null): Table['rows'] {
  if (order === null) return table.rows
  const sign = order.direction === 'ascending' ? 1 : -1
  return [...table.rows].sort((one, other) => {
    const a = one[order.column] ?? null
    const b = other[order.column] ?? null
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * String(a).localeCompare(String(b))
  })
}

/** RFC 4180, with CRLF and exact numbers, whatever the locale; texts that a spreadsheet would run are kept from it. */
export function tableToCsv(table: Table): string {
  return lines(table, ',', quoteCsv, '\r\n')
}

/** For pasting into a spreadsheet. */
export function tableToTsv(table: Table): string {
  return lines(table, '\t', text => text.replace(/[\t\r\n]+/g, ' '), '\n')
}

function lines(table: Table, separator: string, quote: (text: string) => string, end: string): string {
  const write = (cells: readonly TableCell[]) =>
    cells.map(cell => (typeof cell === 'number' ? String(cell) : quote(guard(cell ?? '')))).join(separator)
  return [table.columns.map(column => column.label), ...table.rows].map(write).join(end) + end
}

const quoteCsv = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A spreadsheet runs a text that starts like a formula; an apostrophe keeps it a text. */
const guard = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
