import type { ReactNode } from 'react'
import { ProblemNote, Sentence, Words } from '@/components/editor'
import { Choice, NumberInput } from '@/components/ui'
import type { SegmentationDocument } from './document'

type Fields = Pick<SegmentationDocument, 'transform' | 'compare'>

interface TransformEditorProps {
  readonly document: Fields
  readonly onChange: (fields: Partial<Fields>) => void
}

const transforms = [
  { id: 'none', label: 'as it is' },
  { id: 'rolling', label: 'rolling mean' },
  { id: 'cumulative', label: 'cumulative' },
] as const

const shifts = [
  { id: 'none', label: 'nothing' },
  { id: 'day', label: 'days' },
  { id: 'week', label: 'weeks' },
  { id: 'month', label: 'months' },
  { id: 'quarter', label: 'quarters' },
  { id: 'year', label: 'years' },
] as const

/** How the values are shown: smoothed, added up, beside those of an earlier range. */
export function TransformEditor({ document: { transform, compare }, onChange }: TransformEditorProps): ReactNode {
  const choose = (type: (typeof transforms)[number]['id']) =>
    onChange({ transform: type === 'none' ? undefined : type === 'rolling' ? { type, window: 7 } : { type } })
  return (
    <>
      <Sentence>
        <Words>show values</Words>
        <Choice label="Transform" value={transform?.type ?? 'none'} options={transforms} onChange={choose} />
        {transform?.type === 'rolling' && (
          <>
            <Words>of</Words>
            <NumberInput
              label="Buckets in the mean"
              value={transform.window}
              onCommit={window => onChange({ transform: { ...transform, window } })}
              className="w-12"
            />
            <Words>buckets</Words>
          </>
        )}
        <ProblemNote path="transform" isDeep />
      </Sentence>
      <Sentence>
        <Words>compare with</Words>
        {compare && (
          <NumberInput
            label="How far back"
            value={compare.shift}
            onCommit={shift => onChange({ compare: { ...compare, shift } })}
            className="w-12"
          />
        )}
        <Choice
          label="Compare with"
          value={compare?.unit ?? 'none'}
          options={shifts}
          onChange={unit => onChange({ compare: unit === 'none' ? undefined : { shift: compare?.shift ?? 1, unit } })}
        />
        {compare && <Words>earlier</Words>}
        <ProblemNote path="compare" isDeep />
      </Sentence>
    </>
  )
}
