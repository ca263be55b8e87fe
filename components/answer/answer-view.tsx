'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { type ReactNode, useMemo } from 'react'
import { useLocale } from '@/components/editor'
import { Figure } from '@/components/figure'
import type { Answered } from '@/components/question'
import { Icon, Segmented } from '@/components/ui'
import { AnswerTable } from './answer-table'
import { chartOf } from './chart-of'
import { Headlines } from './headlines'
import { SqlView } from './sql-view'

/** Headline first, then the chart, then the table, then how it was computed. */
export function AnswerView({ answered }: { readonly answered: Answered }): ReactNode {
  const locale = useLocale()
  const [view, setView] = useQueryState('view', parseAsString)
  const spec = useMemo(() => chartOf(answered), [answered])
  const drawing = spec.drawings.find(({ name }) => name === view) ?? spec.drawings[0]
  if (drawing === undefined) return null
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded-xl border border-line bg-surface shadow-card">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 pt-4">
          <Headlines headlines={spec.headlines} locale={locale} />
          {spec.drawings.length > 1 && (
            <Segmented
              label="How it is drawn"
              value={drawing.name}
              segments={spec.drawings.map(({ name, label }) => ({ id: name, label, icon: name }))}
              onChange={name => void setView(name === spec.drawings[0]?.name ? null : name)}
              isCompact
            />
          )}
        </div>
        <div className="px-3 pt-2 pb-3 sm:px-5">
          <Figure mark={drawing.mark} title={spec.title} locale={locale} />
          {spec.notes.map(note => (
            <p key={note} className="mt-2 flex items-start gap-1.5 text-muted text-xs">
              <Icon name="warning" className="mt-px size-3.5" />
              {note}
            </p>
          ))}
        </div>
      </div>
      <AnswerTable table={spec.table} title={spec.title} locale={locale} />
      <SqlView meta={answered.answer.meta} locale={locale} />
    </div>
  )
}
