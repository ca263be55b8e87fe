'use client'

import { type ReactNode, useState } from 'react'
import { Button, classNames, Icon } from '@/components/ui'
import { formatBucket, formatCell, sortRows, type Table, type TableColumn, type TableOrder, tableToCsv, tableToTsv } from '@/lib/chart'
import { saveFile } from './save-file'

interface AnswerTableProps {
  readonly table: Table
  readonly title: string
  readonly locale: string
}

/** More rows than this are better read in a spreadsheet. */
const mostRows = 400

/** The figures of the chart, exact; sorted by a click, copied or saved as they stand. */
export function AnswerTable({ table, title, locale }: AnswerTableProps): ReactNode {
  const [order, setOrder] = useState<TableOrder | null>(null)
  const rows = sortRows(table, order)
  const sorted = { columns: table.columns, rows }
  return (
    <section aria-label="Table" className="overflow-hidden rounded-xl border border-line bg-surface shadow-card">
      <header className="flex items-center justify-between gap-2 border-line border-b py-1.5 pr-2 pl-5">
        <h2 className="font-medium">
          Table <span className="tabular font-normal text-muted">{table.rows.length === 1 ? '1 row' : `${table.rows.length} rows`}</span>
        </h2>
        <div className="no-print flex gap-1">
          <CopyButton text={() => tableToTsv(sorted)} />
          <Button
            look="quiet"
            icon="download"
            className="h-7 px-2"
            onPress={() => saveFile(`${fileName(title)}.csv`, tableToCsv(sorted), 'text/csv')}
          >
            CSV
          </Button>
        </div>
      </header>
      <section
        aria-label="Figures" // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="thin-scroll max-h-[420px] overflow-auto"
      >
        <table className="w-full border-collapse text-right">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {table.columns.map((column, at) => (
                <HeaderCell key={column.key} column={column} isFirst={at === 0} at={at} order={order} locale={locale} onOrder={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row, at) => (
              <tr key={rowKey(row, at)} className="border-line border-t hover:bg-sunken/60">
                {table.columns.map((column, place) => {
                  const text = formatCell(row[place] ?? null, column, locale)
                  return place === 0 ? (
                    <th
                      key={column.key}
                      scope="row"
                      className="sticky left-0 max-w-72 truncate bg-surface py-1.5 pr-4 pl-5 text-left font-normal"
                    >
                      {text}
                    </th>
                  ) : (
                    <td key={column.key} className={classNames('whitespace-nowrap px-4 py-1.5', column.holds === 'text' && 'text-left')}>
                      {text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > mostRows && (
        <p className="border-line border-t px-5 py-2 text-muted text-xs">
          The first {mostRows} rows. The CSV holds all {rows.length}.
        </p>
      )}
    </section>
  )
}

interface HeaderCellProps {
  readonly column: TableColumn
  readonly at: number
  readonly isFirst: boolean
  readonly order: TableOrder | null
  readonly locale: string
  readonly onOrder: (order: TableOrder | null) => void
}

function HeaderCell({ column, at, isFirst, order, locale, onOrder }: HeaderCellProps): ReactNode {
  const direction = order?.column === at ? order.direction : null
  const first = column.holds === 'number' ? 'descending' : 'ascending'
  const second = first === 'ascending' ? 'descending' : 'ascending'
  const next: TableOrder | null =
    direction === null ? { column: at, direction: first } : direction === first ? { column: at, direction: second } : null
  return (
    <th
      scope="col"
      aria-sort={direction ?? 'none'}
      className={classNames(
        'sticky top-0 z-10 bg-surface p-0 font-medium text-muted text-xs shadow-[inset_0_-1px_0_var(--line)]',
        isFirst ? 'left-0 z-20 text-left' : column.holds === 'text' && 'text-left',
      )}
    >
      <button
        type="button"
        onClick={() => onOrder(next)}
        className={classNames('inline-flex max-w-56 items-center gap-1 py-2 hover:text-ink', isFirst ? 'pr-4 pl-5' : 'px-4')}
      >
        <span className="truncate">{headerLabel(column, locale)}</span>
        {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} className="size-3" />}
      </button>
    </th>
  )
}

/** A column that is a bucket is labelled as on the axis. */
function headerLabel({ key, label }: TableColumn, locale: string): string {
  return key === label && /^\d{4}-\d{2}-\d{2}/.test(label)
    ? formatBucket(label, label.length > 10 ? 'hour' : 'day', locale, 'short')
    : label
}

/** Rows have no name of their own, and are never edited: their place tells equal ones apart. */
const rowKey = (row: Table['rows'][number], at: number): string => `${String(row[0])}${String(row[1])}${at}`

function CopyButton({ text }: { readonly text: () => string }): ReactNode {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <Button look="quiet" icon={isCopied ? 'check' : 'copy'} className="h-7 px-2" onPress={() => void copy()}>
      {isCopied ? 'Copied' : 'Copy'}
    </Button>
  )
}

const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'answer'
