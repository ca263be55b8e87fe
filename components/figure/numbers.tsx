import type { ReactNode } from 'react'
import { formatNumber, type Headline } from '@/lib/chart'
import { type FigureTheme, paint } from './theme'

/** Large numbers, side by side. */
export function Numbers({
  headlines,
  locale,
  theme,
}: {
  readonly headlines: readonly Headline[]
  readonly locale: string
  readonly theme: FigureTheme
}): ReactNode {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(180px,1fr))] gap-6 py-10">
      {headlines.map(({ key, label, value, format, colour }) => (
        <div key={key} className="flex flex-col items-center gap-1 text-center">
          <dt className="order-2 flex max-w-full items-center gap-1.5 text-muted">
            {colour !== undefined && headlines.length > 1 && (
              <span aria-hidden="true" className="size-2.5 shrink-0 rounded-[3px]" style={{ background: paint(colour, theme) }} />
            )}
            <span className="truncate">{label}</span>
          </dt>
          <dd className="tabular font-semibold text-4xl tracking-tight">{formatNumber(value, format, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}
