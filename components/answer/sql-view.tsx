'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatNumber } from '@/lib/chart'
import type { Meta } from '@/lib/kinds'
import { formatSql } from './format-sql'

/** The statement that ran, with its parameters, and what it cost. */
export function SqlView({ meta, locale }: { readonly meta: Meta; readonly locale: string }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className="no-print group rounded-xl border border-line bg-surface shadow-card"
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary className="flex cursor-pointer select-none flex-wrap items-center gap-x-3 px-5 py-2.5">
        <span className="font-medium">SQL</span>
        <span className="tabular text-muted text-xs">{cost(meta, locale)}</span>
      </summary>
      {isOpen && <Statement meta={meta} />}
    </details>
  )
}

function Statement({ meta }: { readonly meta: Meta }): ReactNode {
  const formatted = useQuery({
    queryKey: ['sql', meta.sql, meta.engine],
    queryFn: () => formatSql(meta.sql, meta.engine),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="flex flex-col gap-3 border-line border-t px-5 py-4">
      <section
        aria-label="Statement"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="thin-scroll max-h-[480px] overflow-auto rounded-md bg-sunken p-4"
      >
        <pre className="font-mono text-xs leading-5">{formatted.data ?? meta.sql}</pre>
      </section>
      {meta.parameters.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 font-mono text-xs">
          {meta.parameters.map((parameter, at) => (
            <Parameter key={parameterName(at)} name={parameterName(at)} value={parameter} />
          ))}
        </dl>
      )}
    </div>
  )
}

const parameterName = (at: number): string => `$${at + 1}`

function Parameter({ name, value }: { readonly name: string; readonly value: unknown }): ReactNode {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="break-all">{JSON.stringify(value)}</dd>
    </>
  )
}

function cost({ engine, elapsedMs, cached, rowsRead }: Meta, locale: string): string {
  const names: Readonly<Record<string, string>> = { duckdb: 'DuckDB', databricks: 'Databricks' }
  const parts = [names[engine] ?? engine, cached ? 'from the cache' : formatMillis(elapsedMs, locale)]
  if (rowsRead !== undefined) parts.push(`${formatNumber(rowsRead, 'count', locale, 'compact')} rows read`)
  return parts.join(' · ')
}

const formatMillis = (millis: number, locale: string): string =>
  millis < 1000 ? `${formatNumber(Math.round(millis), 'count', locale)} ms` : formatNumber(millis / 1000, 'seconds', locale)
