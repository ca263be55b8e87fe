'use client'

import type { ReactNode } from 'react'
import { compact, EnvelopeEditor, ProblemNote, Section, SelectionRow, Sentence, Words } from '@/components/editor'
import { Choice, NumberInput } from '@/components/ui'
import { namedEvents } from '@/lib/parts/selection'
import { type RetentionDocument, retentionUnits } from './document'

interface RetentionEditorProps {
  readonly document: RetentionDocument
  readonly onChange: (document: RetentionDocument) => void
}

export function RetentionEditor({ document, onChange }: RetentionEditorProps): ReactNode {
  const change = (fields: Partial<RetentionDocument>) => onChange(compact({ ...document, ...fields }))
  return (
    <>
      <Section title="Start and return">
        <SelectionRow selection={document.start} path="start" lead={<Words>Users who did</Words>} onChange={start => change({ start })} />
        <SelectionRow
          selection={document.return}
          path="return"
          lead={<Words>and came back to</Words>}
          onChange={returned => change({ return: returned })}
        />
        <Periods document={document} onChange={change} />
      </Section>
      <EnvelopeEditor
        document={document}
        events={namedEvents(document.start.event)}
        onChange={onChange}
        more={<RetentionOptions document={document} onChange={change} />}
      />
    </>
  )
}

interface PartProps {
  readonly document: RetentionDocument
  readonly onChange: (fields: Partial<RetentionDocument>) => void
}

function Periods({ document: { unit, periods }, onChange }: PartProps): ReactNode {
  return (
    <Sentence>
      <Words>within</Words>
      <NumberInput label="Periods" value={periods} onCommit={value => onChange({ periods: value })} className="w-12" />
      <Choice
        label="Period"
        value={unit}
        options={retentionUnits.map(id => ({ id, label: periods === 1 ? id : `${id}s` }))}
        onChange={chosen => onChange({ unit: chosen })}
      />
      <ProblemNote path="periods" />
      <ProblemNote path="unit" />
    </Sentence>
  )
}

const entries = [
  { id: 'first', label: 'at their first in the range' },
  { id: 'firstEver', label: 'at their first ever' },
  { id: 'every', label: 'in every period they did it' },
] as const

const returns = [
  { id: 'on', label: 'in that very period' },
  { id: 'onOrAfter', label: 'in that period or later' },
] as const

const clocks = [
  { id: 'calendar', label: 'calendar units' },
  { id: 'elapsed', label: 'time elapsed since the start' },
] as const

function RetentionOptions({ document, onChange }: PartProps): ReactNode {
  return (
    <>
      <Sentence>
        <Words>users join a cohort</Words>
        <Choice label="Entry" value={document.entry ?? 'first'} options={entries} onChange={entry => onChange({ entry })} />
      </Sentence>
      <Sentence>
        <Words>a return counts</Words>
        <Choice label="Return counts" value={document.returnOn ?? 'on'} options={returns} onChange={returnOn => onChange({ returnOn })} />
      </Sentence>
      <Sentence>
        <Words>periods are</Words>
        <Choice label="Clock" value={document.clock ?? 'calendar'} options={clocks} onChange={clock => onChange({ clock })} />
      </Sentence>
      <ProblemNote path="entry" />
      <ProblemNote path="returnOn" />
      <ProblemNote path="clock" />
    </>
  )
}
