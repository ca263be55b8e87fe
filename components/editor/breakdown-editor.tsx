'use client'

import { type ReactNode, useState } from 'react'
import { IconButton, NumberInput } from '@/components/ui'
import { defaultBreakdownLimit, type Envelope } from '@/lib/document/envelope'
import { orAbsent, removeAt, replaceAt } from './list-edit'
import { ProblemNote } from './problem-note'
import { PropertyPicker } from './property-picker'
import { useProblemsAt } from './scope'
import { Sentence, Words } from './section'

type Breakdown = Pick<Envelope, 'breakdown' | 'breakdownLimit'>

interface BreakdownEditorProps {
  readonly value: Breakdown
  readonly events: readonly string[] | null
  readonly onChange: (value: Breakdown) => void
}

const mostProperties = 3

/** Up to three properties by which the answer is split, and how many groups are kept. */
export function BreakdownEditor({ value, events, onChange }: BreakdownEditorProps): ReactNode {
  const breakdown = value.breakdown ?? []
  const [isAdding, setAdding] = useState(0)
  const change = (properties: readonly string[]) =>
    onChange({ breakdown: orAbsent(properties), breakdownLimit: properties.length === 0 ? undefined : value.breakdownLimit })
  return (
    <Sentence>
      <Words>split by</Words>
      {breakdown.map((property, at) => (
        <BreakdownChip
          key={property}
          property={property}
          path={`breakdown[${at}]`}
          events={events}
          onChange={chosen => change(chosen === null ? removeAt(breakdown, at) : replaceAt(breakdown, at, chosen))}
        />
      ))}
      {breakdown.length < mostProperties && (
        <PropertyPicker
          key={isAdding}
          label={breakdown.length === 0 ? 'Add breakdown' : 'Add another'}
          value={null}
          placeholder={breakdown.length === 0 ? 'Add breakdown' : 'Add another'}
          events={events}
          onChange={property => {
            setAdding(isAdding + 1)
            if (!breakdown.includes(property)) change([...breakdown, property])
          }}
        />
      )}
      {breakdown.length > 0 && (
        <>
          <Words>top</Words>
          <NumberInput
            label="Groups shown"
            value={value.breakdownLimit ?? defaultBreakdownLimit}
            onCommit={limit => onChange({ breakdown: [...breakdown], breakdownLimit: limit === defaultBreakdownLimit ? undefined : limit })}
            className="w-12"
          />
        </>
      )}
      <ProblemNote path="breakdown" isDeep />
      <ProblemNote path="breakdownLimit" />
    </Sentence>
  )
}

interface BreakdownChipProps {
  readonly property: string
  readonly path: string
  readonly events: readonly string[] | null
  readonly onChange: (property: string | null) => void
}

function BreakdownChip({ property, path, events, onChange }: BreakdownChipProps): ReactNode {
  const isInvalid = useProblemsAt(path).length > 0
  return (
    <span className="inline-flex items-center">
      <PropertyPicker
        label="Breakdown"
        value={property}
        placeholder="Choose property"
        events={events}
        isInvalid={isInvalid}
        onChange={onChange}
      />
      <IconButton icon="close" label="Remove breakdown" className="size-6" onPress={() => onChange(null)} />
    </span>
  )
}
