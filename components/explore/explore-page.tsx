'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { AnswerPane, AnswerSkeleton, Problems } from '@/components/answer'
import { type PlacedProblem, RequestFailed, useCatalog } from '@/components/catalog'
import { type AnyDocument, type QuestionState, startQuestion, useAnswer, useQuestion } from '@/components/question'
import { GettingStarted, useDatasetName } from '@/components/shell'
import { Button } from '@/components/ui'
import { QuestionColumn } from './question-column'

/** Left the question, right its answer; on a phone the question folds above the answer. */
export function ExplorePage(): ReactNode {
  const dataset = useDatasetName()
  const catalog = useCatalog(dataset)
  const state = useQuestion()
  // A question that nobody asked yet is not written into the address.
  const [opened] = useState(() => new Date())
  const first = useMemo(() => (catalog.data === undefined ? null : startQuestion(catalog.data, opened)), [catalog.data, opened])

  if (state.question !== null && state.question.document === null) return <BrokenLink state={state} />
  const document = state.question?.document ?? first
  if (document === null) {
    if (catalog.error) return <CatalogFailed error={catalog.error} />
    return catalog.isPending ? <ExploreSkeleton /> : <Centred>{<GettingStarted />}</Centred>
  }
  return (
    <Builder state={state} document={document} unfinished={state.question?.problems ?? []} timezone={catalog.data?.timezone ?? 'UTC'} />
  )
}

interface BuilderProps {
  readonly state: QuestionState
  readonly document: AnyDocument
  readonly unfinished: readonly PlacedProblem[]
  readonly timezone: string
}

function Builder({ state, document, unfinished, timezone }: BuilderProps): ReactNode {
  const answer = useAnswer(unfinished.length > 0 ? null : document)
  return (
    <div className="mx-auto grid w-full max-w-[1760px] grid-cols-1 gap-4 p-3 sm:p-5 lg:grid-cols-[392px_minmax(0,1fr)] lg:gap-5">
      <h1 className="sr-only">Explore</h1>
      <QuestionColumn state={state} document={document} timezone={timezone} problems={[...unfinished, ...answer.problems]} />
      <AnswerPane state={answer} unfinished={unfinished} />
    </div>
  )
}

function BrokenLink({ state }: { readonly state: QuestionState }): ReactNode {
  return (
    <Centred>
      <h1 className="sr-only">Explore</h1>
      <Problems title="This link cannot be shown as a question" problems={state.question?.problems ?? []} tone="error" />
      <Button look="solid" onPress={state.clear}>
        Start a new question
      </Button>
    </Centred>
  )
}

function CatalogFailed({ error }: { readonly error: Error }): ReactNode {
  const problems = error instanceof RequestFailed ? error.problems : [{ code: 'unexpected', path: '', message: error.message }]
  return (
    <Centred>
      <h1 className="sr-only">Explore</h1>
      <Problems title="The events cannot be read" problems={problems} tone="error" />
      <GettingStarted />
    </Centred>
  )
}

const Centred = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="mx-auto flex w-full max-w-2xl flex-col items-start gap-4 p-5 pt-16">{children}</div>
)

function ExploreSkeleton(): ReactNode {
  return (
    <div className="mx-auto grid w-full max-w-[1760px] grid-cols-1 gap-4 p-3 sm:p-5 lg:grid-cols-[392px_minmax(0,1fr)] lg:gap-5">
      <div className="hidden h-96 rounded-xl border border-line bg-surface lg:block" />
      <AnswerSkeleton />
    </div>
  )
}
