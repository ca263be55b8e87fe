'use client'

import { type ReactNode, useState } from 'react'
import { compact, EnvelopeEditor, ProblemNote, placeIn, rowActions, Section, SelectionRow, Sentence, Words } from '@/components/editor'
import { Button, Choice, NumberInput } from '@/components/ui'
import { calendarUnits } from '@/lib/parts/range'
import { namedEvents, selectionLabel } from '@/lib/parts/selection'
import { type FunnelDocument, windowUnits } from './document'
import { ExclusionRows } from './exclusion-rows'
import { HoldEditor } from './hold-editor'

interface FunnelEditorProps {
  readonly document: FunnelDocument
  readonly onChange: (document: FunnelDocument) => void
}

type Steps = FunnelDocument['steps']

const mostSteps = 12

export function FunnelEditor({ document, onChange }: FunnelEditorProps): ReactNode {
  const [added, setAdded] = useState<number | null>(null)
  const { steps } = document
  const change = (fields: Partial<FunnelDocument>) => onChange(compact({ ...document, ...fields }))
  const changeSteps = (changed: Steps) => change({ steps: changed, ...withinSteps(document, changed) })
  return (
    <>
      <Section title="Steps">
        <Words>Users who did, in this order</Words>
        {steps.map((step, at) => (
          <SelectionRow
            key={placeIn('steps', at)}
            selection={step}
            path={placeIn('steps', at)}
            badge={String(at + 1)}
            startsOpen={added === at}
            actions={rowActions(steps, at, { least: 2, most: mostSteps }, changeSteps)}
            onChange={changed => changeSteps(steps.with(at, changed))}
          />
        ))}
        <ProblemNote path="steps" />
        <div>
          <Button
            look="quiet"
            icon="plus"
            className="h-7 px-2"
            isDisabled={steps.length >= mostSteps}
            onPress={() => {
              setAdded(steps.length)
              changeSteps([...steps, { event: '' }])
            }}
          >
            Add step
          </Button>
        </div>
        <ExclusionRows document={document} onChange={exclusions => change({ exclusions })} />
        <ConversionWindow document={document} onChange={change} />
      </Section>
      <EnvelopeEditor
        document={document}
        events={eventsOf(steps)}
        onChange={onChange}
        more={<FunnelOptions document={document} onChange={change} />}
      />
    </>
  )
}

interface PartProps {
  readonly document: FunnelDocument
  readonly onChange: (fields: Partial<FunnelDocument>) => void
}

function ConversionWindow({ document, onChange }: PartProps): ReactNode {
  const window = document.window ?? { value: 7, unit: 'day' }
  return (
    <Sentence>
      <Words>all within</Words>
      <NumberInput label="Conversion window" value={window.value} onCommit={value => onChange({ window: { ...window, value } })} />
      <Choice
        label="Unit of the conversion window"
        value={window.unit}
        options={windowUnits.map(id => ({ id, label: window.value === 1 ? id : `${id}s` }))}
        onChange={unit => onChange({ window: { ...window, unit } })}
      />
      <Words>of the first</Words>
      <ProblemNote path="window" isDeep />
    </Sentence>
  )
}

const noTrend = 'none'

function FunnelOptions({ document, onChange }: PartProps): ReactNode {
  const { steps, interval, breakdownAt = 1 } = document
  return (
    <>
      <HoldEditor hold={document.hold ?? []} events={eventsOf(steps)} onChange={hold => onChange({ hold })} />
      <Sentence>
        <Words>conversion over time by</Words>
        <Choice
          label="Trend interval"
          value={interval ?? noTrend}
          options={[{ id: noTrend, label: 'nothing' } as const, ...calendarUnits.map(id => ({ id, label: id }))]}
          onChange={unit => onChange({ interval: unit === noTrend ? undefined : unit })}
        />
        <ProblemNote path="interval" />
      </Sentence>
      {document.breakdown !== undefined && (
        <Sentence>
          <Words>split by the value at</Words>
          <Choice
            label="Step of the breakdown"
            value={String(breakdownAt)}
            options={steps.map((step, at) => ({ id: String(at + 1), label: `step ${at + 1}: ${selectionLabel(step)}` }))}
            onChange={step => onChange({ breakdownAt: step === '1' ? undefined : Number(step) })}
          />
          <ProblemNote path="breakdownAt" />
        </Sentence>
      )}
    </>
  )
}

/** What speaks of a step that is gone: a breakdown goes back to the first step, an exclusion ends at the last. */
function withinSteps({ breakdownAt, exclusions }: FunnelDocument, { length }: Steps): Pick<FunnelDocument, 'breakdownAt' | 'exclusions'> {
  return {
    ...(breakdownAt !== undefined && breakdownAt > length && { breakdownAt: undefined }),
    ...(exclusions && {
      exclusions: exclusions.map(one => ({ ...one, from: Math.min(one.from, length - 1), to: Math.min(one.to, length) })),
    }),
  }
}

function eventsOf(steps: Steps): readonly string[] | null {
  const names = steps.map(({ event }) => namedEvents(event))
  return names.includes(null) ? null : names.flatMap(list => list ?? [])
}
