'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { Problems } from '@/components/answer'
import { RequestFailed, useCatalog, usePropertyCatalog } from '@/components/catalog'
import { useLocale } from '@/components/editor'
import { visitEvent } from '@/components/question'
import { Command, GettingStarted, useDatasetName } from '@/components/shell'
import { formatNumber } from '@/lib/chart'
import { homeQuestions } from './home-questions'
import { QuestionCard } from './question-card'

/** A working product from the first minute: real questions about the dataset, already answered. */
export function HomePage(): ReactNode {
  const dataset = useDatasetName()
  const locale = useLocale()
  const catalog = useCatalog(dataset)
  const visit = catalog.data === undefined ? undefined : visitEvent(catalog.data)
  const properties = usePropertyCatalog(dataset, visit === undefined ? [] : [visit], visit !== undefined)
  const [opened] = useState(() => new Date())
  const isKnown = !properties.isPending || visit === undefined
  const questions = useMemo(
    () => (catalog.data === undefined || !isKnown ? [] : homeQuestions(catalog.data, properties.data, opened)),
    [catalog.data, properties.data, isKnown, opened],
  )
  const present = catalog.data?.datasets.find(({ name }) => name === catalog.data?.dataset)

  if (catalog.error instanceof RequestFailed) {
    return (
      <Page>
        <Problems title="The events cannot be read" problems={catalog.error.problems} tone="error" />
        <GettingStarted />
      </Page>
    )
  }
  if (catalog.data !== undefined && catalog.data.events.length === 0) return <Page>{<GettingStarted />}</Page>
  return (
    <Page>
      <div>
        <h1 className="font-semibold text-xl tracking-tight">
          {present?.isSample ? 'A CAD company’s product, as an example' : (present?.name ?? 'Home')}
        </h1>
        <p className="tabular mt-1 min-h-5 text-muted">
          {catalog.data !== undefined &&
            `${formatNumber(present?.events ?? null, 'count', locale)} events of ${formatNumber(catalog.data.events.length, 'count', locale)} types, in days of ${catalog.data.timezone}`}
        </p>
      </div>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        {questions.length === 0
          ? placeholders.map((place, at) => <QuestionCard key={place} question={null} isWide={at === 0} />)
          : questions.map((question, at) => <QuestionCard key={question.title} question={question} isWide={at === 0} />)}
      </div>
      {present?.isSample && <OwnData />}
    </Page>
  )
}

const placeholders = ['first', 'second', 'third'] as const

const Page = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="mx-auto flex w-full max-w-[1440px] flex-col gap-5 p-3 sm:p-6">{children}</div>
)

function OwnData(): ReactNode {
  return (
    <section
      aria-label="Your own events"
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-5 lg:flex-row lg:items-center lg:justify-between"
    >
      <div>
        <h2 className="font-medium">See your own events</h2>
        <p className="text-muted">
          Load files of JSON lines, plain or compressed; each line an event with its type, time, user and properties.
        </p>
      </div>
      <Command>{'npx sounding load events/*.json.gz'}</Command>
    </section>
  )
}
