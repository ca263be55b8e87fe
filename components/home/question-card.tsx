'use client'

import Link from 'next/link'
import { type ReactNode, useMemo } from 'react'
import { chartOf, Headlines, Problems } from '@/components/answer'
import { useLocale } from '@/components/editor'
import { Figure } from '@/components/figure'
import { questionHref, useAnswer } from '@/components/question'
import { classNames, Icon, Skeleton } from '@/components/ui'
import { kinds } from '@/lib/kinds'
import type { HomeQuestion } from './home-questions'

/** A question and its answer; it opens in the builder. */
export function QuestionCard({ question, isWide }: { readonly question: HomeQuestion | null; readonly isWide: boolean }): ReactNode {
  const locale = useLocale()
  const { shown, problems } = useAnswer(question?.document ?? null)
  const spec = useMemo(() => (shown === null ? null : chartOf(shown)), [shown])
  const [drawing] = spec?.drawings ?? []
  return (
    <article
      className={classNames('flex min-w-0 flex-col rounded-xl border border-line bg-surface shadow-card', isWide && 'xl:col-span-2')}
    >
      <header className="flex items-start justify-between gap-4 px-5 pt-4">
        <div className="min-w-0">
          {question === null ? (
            <Skeleton className="h-5 w-56" />
          ) : (
            <>
              <h2 className="break-words font-medium">{question.title}</h2>
              <p className="line-clamp-2 text-muted text-xs">
                {kinds[question.document.kind].title}
                {spec && ` · ${spec.title}`}
              </p>
            </>
          )}
        </div>
        {question && (
          <Link
            href={questionHref(question.document)}
            className="flex h-7 shrink-0 items-center gap-1 rounded-md px-2 text-accent-strong hover:bg-accent-soft"
          >
            Open<span className="sr-only"> {question.title}</span> <Icon name="arrow" className="size-3.5" />
          </Link>
        )}
      </header>
      <div className="px-5 pt-3 pb-4">
        {spec && drawing ? (
          <>
            <div className="mb-2">
              <Headlines headlines={spec.headlines} locale={locale} />
            </div>
            <Figure mark={drawing.mark} title={spec.title} locale={locale} />
          </>
        ) : problems.length > 0 ? (
          <Problems title="This question cannot be answered" problems={problems} tone="error" />
        ) : (
          <Skeleton className="h-[380px] w-full" />
        )}
      </div>
    </article>
  )
}
