'use client'

import type { ReactNode } from 'react'
import { Choice, TextInput } from '@/components/ui'
import type { Envelope } from '@/lib/document/envelope'
import { BreakdownEditor } from './breakdown-editor'
import { ConditionList } from './condition-list'
import { compact, orAbsent } from './list-edit'
import { ProblemNote } from './problem-note'
import { RangePicker } from './range-picker'
import { useProblemsAt } from './scope'
import { Section, Sentence, Words } from './section'
import { TimezonePicker } from './timezone-picker'

interface EnvelopeEditorProps<Document extends Envelope> {
  readonly document: Document
  /** The events that the question reads; null for any. */
  readonly events: readonly string[] | null
  readonly onChange: (document: Document) => void
  /** What the kind says before the range, such as its interval. */
  readonly lead?: ReactNode
  /** Further options of the kind, behind "More". */
  readonly more?: ReactNode
}

/** What every kind asks alike: over which days, split by what, only for which events. */
export function EnvelopeEditor<Document extends Envelope>({
  document,
  events,
  onChange,
  lead,
  more,
}: EnvelopeEditorProps<Document>): ReactNode {
  // The fields of the envelope are fields of every document.
  const change = (fields: Partial<Envelope>) => onChange(compact({ ...document, ...fields }) as Document)
  return (
    <>
      <Section title="Time">
        <Sentence>
          {lead}
          <Words>over</Words>
          <RangePicker range={document.range} onChange={range => change({ range })} />
          <Words>in</Words>
          <TimezonePicker timezone={document.timezone} onChange={timezone => change({ timezone })} />
          <ProblemNote path="range" isDeep />
          <ProblemNote path="timezone" />
        </Sentence>
        <BreakdownEditor value={document} events={events} onChange={change} />
      </Section>
      <Section title="Filters for the whole question">
        <ConditionList
          conditions={document.where ?? []}
          events={events}
          path="where"
          first="only"
          addLabel="Add filter to everything"
          onChange={where => change({ where: orAbsent(where) })}
        />
      </Section>
      <details className="group border-line border-t" open={hasMore(document) || undefined}>
        <summary className="cursor-pointer select-none px-4 py-3 text-muted hover:text-ink">More options</summary>
        <div className="flex flex-col gap-3 px-4 pb-4">
          {more}
          <Sentence>
            <Words>weeks start on</Words>
            <Choice
              label="First day of the week"
              value={document.weekStart ?? 'monday'}
              options={[
                { id: 'monday', label: 'Monday' },
                { id: 'sunday', label: 'Sunday' },
              ]}
              onChange={weekStart => change({ weekStart: weekStart === 'monday' ? undefined : weekStart })}
            />
          </Sentence>
          <AsOf asOf={document.asOf} onChange={asOf => change({ asOf })} />
        </div>
      </details>
    </>
  )
}

const hasMore = ({ asOf, weekStart }: Envelope): boolean => asOf !== undefined || weekStart !== undefined

function AsOf({ asOf, onChange }: { readonly asOf: string | undefined; readonly onChange: (asOf: string | undefined) => void }): ReactNode {
  const isInvalid = useProblemsAt('asOf').length > 0
  return (
    <Sentence>
      <Words>as of</Words>
      <TextInput
        label="As of"
        value={asOf ?? ''}
        placeholder="now"
        isInvalid={isInvalid}
        onCommit={text => onChange(text.trim() === '' ? undefined : text.trim())}
        className="w-56"
      />
      <ProblemNote path="asOf" />
    </Sentence>
  )
}
