'use client'

import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import type { Mark } from '@/lib/chart'
import { figureOf } from './figure-of'
import { Legend, type LegendEntry } from './legend'
import { Numbers } from './numbers'
import { themes } from './theme'
import { useThemeName } from './use-theme-name'
import { useWidth } from './use-width'

const Plot = lazy(() => import('./plot').then(module => ({ default: module.Plot })))

interface FigureProps {
  readonly mark: Mark
  /** What is shown, for those who do not see it. */
  readonly title: string
  readonly locale: string
}

/** A mark, drawn, with the names of its colours below. */
export function Figure({ mark, title, locale }: FigureProps): ReactNode {
  const theme = themes[useThemeName()]
  const [holder, width] = useWidth()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const entries = legendOf(mark)
  const figure = useMemo(
    () => (width === null ? null : figureOf(withoutSeries(mark, hidden), { theme, locale, width })),
    [mark, hidden, theme, locale, width],
  )

  const isScrolled = width !== null && (figure?.leastWidth ?? 0) > width

  const toggle = (key: string, isAlone: boolean) =>
    setHidden(before => {
      const others = entries.map(entry => entry.key).filter(other => other !== key)
      if (isAlone) return new Set(others.every(other => before.has(other)) && !before.has(key) ? [] : others)
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })

  return (
    <figure aria-label={title} className="min-w-0">
      <div
        ref={holder}
        className="thin-scroll overflow-x-auto"
        style={{ minHeight: figure?.height ?? heightBefore(mark) }}
        // What scrolls must be reachable by keyboard.
        {...(isScrolled ? { role: 'group', tabIndex: 0, 'aria-label': 'Chart, scrolls sideways' } : {})}
      >
        {mark.mark === 'number' && <Numbers headlines={mark.headlines} locale={locale} theme={theme} />}
        {figure && (
          <Suspense fallback={<div style={{ height: figure.height }} aria-busy="true" />}>
            <Plot figure={figure} />
          </Suspense>
        )}
      </div>
      {entries.length > 1 && <Legend entries={entries} hidden={hidden} theme={theme} locale={locale} onToggle={toggle} />}
    </figure>
  )
}

const heightBefore = (mark: Mark): number => (mark.mark === 'number' ? 0 : 340)

function legendOf(mark: Mark): readonly LegendEntry[] {
  if (mark.mark === 'steps') {
    return mark.groups.map(({ key, label, colour, counts }) => {
      const first = counts[0] ?? 0
      return { key, label, colour, total: first === 0 ? null : (counts.at(-1) ?? 0) / first, format: 'rate', isFaint: false }
    })
  }
  if (!('series' in mark)) return []
  return mark.series.map(({ key, label, colour, total, format, isComparison }) => ({
    key,
    label,
    colour,
    total,
    format,
    isFaint: isComparison,
  }))
}

function withoutSeries(mark: Mark, hidden: ReadonlySet<string>): Mark {
  if (hidden.size === 0) return mark
  if (mark.mark === 'steps') return { ...mark, groups: mark.groups.filter(({ key }) => !hidden.has(key)) }
  return 'series' in mark ? { ...mark, series: mark.series.filter(({ key }) => !hidden.has(key)) } : mark
}
