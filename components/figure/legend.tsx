'use client'

import type { ReactNode } from 'react'
import { type Colour, formatNumber, type NumberFormat } from '@/lib/chart'
import { type FigureTheme, paint } from './theme'

export interface LegendEntry {
  readonly key: string
  readonly label: string
  readonly colour: Colour
  readonly total: number | null
  readonly format: NumberFormat
  readonly isFaint: boolean
}

interface LegendProps {
  readonly entries: readonly LegendEntry[]
  readonly hidden: ReadonlySet<string>
  readonly theme: FigureTheme
  readonly locale: string
  readonly onToggle: (key: string, isAlone: boolean) => void
}

/** Names the colours. A click hides or shows a series; a double click, or Shift with Enter, shows it alone. */
export function Legend({ entries, hidden, theme, locale, onToggle }: LegendProps): ReactNode {
  return (
    <ul className="flex flex-wrap gap-x-1 gap-y-0.5" aria-label="Series">
      {entries.map(({ key, label, colour, total, format, isFaint }) => (
        <li key={key} className="max-w-full">
          <button
            type="button"
            aria-pressed={!hidden.has(key)}
            title="Click to hide or show, double-click to show alone"
            onClick={event => onToggle(key, event.shiftKey)}
            onDoubleClick={() => onToggle(key, true)}
            className="flex max-w-full items-center gap-1.5 rounded px-1.5 py-1 text-xs hover:bg-sunken aria-[pressed=false]:text-muted aria-[pressed=false]:line-through"
          >
            <span
              aria-hidden="true"
              className="size-2.5 shrink-0 rounded-[3px]"
              style={{ background: hidden.has(key) ? theme.line : paint(colour, theme), opacity: isFaint ? 0.5 : 1 }}
            />
            <span className="truncate">{label}</span>
            <span className="tabular text-muted">{formatNumber(total, format, locale, format === 'rate' ? 'compact' : 'exact')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
