'use client'

import type { ReactNode } from 'react'
import type { PlacedProblem } from '@/components/catalog'
import type { AnswerState } from '@/components/question'
import { Button, classNames, Skeleton } from '@/components/ui'
import { AnswerView } from './answer-view'
import { Problems } from './problems'
import { Progress } from './progress'

interface AnswerPaneProps {
  readonly state: AnswerState
  /** What keeps the question from being asked; the answer to the last one stays. */
  readonly unfinished: readonly PlacedProblem[]
}

/** The answer and how it is going: running, cancelled, failed, or of the question before. */
export function AnswerPane({ state, unfinished }: AnswerPaneProps): ReactNode {
  const { shown, isCurrent, isRunning, isCancelled, problems, cancel, run } = state
  const isBehind = shown !== null && !isCurrent
  return (
    <section aria-label="Answer" aria-busy={isRunning} className="relative flex min-w-0 flex-col gap-4">
      {isRunning && <Progress onCancel={cancel} />}
      {unfinished.length > 0 && (
        <div className={classNames(shown !== null && 'absolute inset-x-0 top-0 z-20 rounded-xl shadow-popover')}>
          <Problems title="The question is not complete yet" problems={unfinished} tone="hint" />
        </div>
      )}
      {problems.length > 0 && (
        <Problems
          title="This question cannot be answered"
          problems={problems}
          tone="error"
          {...(isTransient(problems) ? { onRetry: run } : {})}
        />
      )}
      {isCancelled && unfinished.length === 0 && (
        <div role="status" className="flex items-center justify-between gap-4 rounded-xl border border-line bg-surface px-5 py-3">
          <span>You cancelled this question.</span>
          <Button onPress={run}>Run it again</Button>
        </div>
      )}
      {shown !== null ? (
        <div className={classNames('transition-opacity duration-100', isBehind && 'opacity-45')} inert={isBehind}>
          <AnswerView answered={shown} />
        </div>
      ) : (
        isRunning && <AnswerSkeleton />
      )}
    </section>
  )
}

export function AnswerSkeleton(): ReactNode {
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5" role="status" aria-label="Loading the answer">
      <Skeleton className="h-10 w-40" />
      <Skeleton className="h-[320px] w-full" />
    </div>
  )
}

const transient: ReadonlySet<string> = new Set(['engine_error', 'timeout', 'busy', 'unreachable', 'unexpected'])

const isTransient = (problems: readonly PlacedProblem[]): boolean => problems.some(({ code }) => transient.has(code))
