import type { ReactNode } from 'react'
import { classNames } from '@/components/ui'
import { type Change, formatChange, formatNumber, type Headline } from '@/lib/chart'

/** The numbers that answer the question before anybody reads a chart; the first is the largest. */
export function Headlines({ headlines, locale }: { readonly headlines: readonly Headline[]; readonly locale: string }): ReactNode {
  return (
    <dl className="flex min-w-0 flex-wrap items-end gap-x-7 gap-y-2">
      {headlines.map(({ key, label, value, format, change, detail }, at) => (
        <div key={key} className="flex min-w-0 max-w-64 flex-col">
          <dt className="truncate text-muted text-xs" title={detail === undefined ? label : `${label} ${detail}`}>
            {label}
          </dt>
          <dd
            className={classNames(
              'tabular flex items-baseline gap-2 font-semibold tracking-tight',
              at === 0 ? 'text-2xl leading-8' : 'text-lg leading-8',
            )}
          >
            {formatNumber(value, format, locale, format === 'rate' ? 'compact' : 'exact')}
            {change && <ChangeNote change={change} locale={locale} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ChangeNote({ change: { ratio, against }, locale }: { readonly change: Change; readonly locale: string }): ReactNode {
  if (ratio === null) return <span className="font-normal text-muted text-xs tracking-normal">nothing {against}</span>
  return (
    <span className={classNames('font-medium text-xs tracking-normal', ratio < 0 ? 'text-danger' : 'text-good')}>
      {formatChange(ratio, locale)} <span className="font-normal text-muted">vs {against}</span>
    </span>
  )
}
