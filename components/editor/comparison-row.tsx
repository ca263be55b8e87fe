'use client'

import type { ReactNode } from 'react'
import { Choice, IconButton, NumberInput, TextInput } from '@/components/ui'
import type { ValueType } from '@/lib/catalog'
import { operatorNames } from '@/lib/chart'
import type { Comparison } from '@/lib/parts/condition'
import { changeOperator, operatorsFor, valuesOf } from './condition-edit'
import { ProblemNote } from './problem-note'
import { PropertyPicker, usePropertyOptions } from './property-picker'
import { useProblemsAt, useScope } from './scope'
import { ValuePicker } from './value-picker'

interface ComparisonRowProps {
  readonly comparison: Comparison
  readonly events: readonly string[] | null
  readonly path: string
  readonly isNew: boolean
  readonly onChange: (comparison: Comparison | null) => void
}

export function ComparisonRow({ comparison, events, path, isNew, onChange }: ComparisonRowProps): ReactNode {
  const { today } = useScope()
  const { list } = usePropertyOptions(events)
  const type = list.find(option => option.property === comparison.property)?.type ?? 'text'
  const isPropertyWrong = useProblemsAt(`${path}.property`).length > 0
  return (
    <div className="flex flex-wrap items-center gap-1">
      <PropertyPicker
        label="Property"
        value={comparison.property}
        placeholder="Choose property"
        events={events}
        isInvalid={isPropertyWrong}
        onChange={property => onChange({ ...comparison, property })}
      />
      <Choice
        label="Comparison"
        value={comparison.op}
        options={operatorsFor(type).map(op => ({ id: op, label: operatorNames[op] }))}
        onChange={op => onChange(changeOperator(comparison, op, today))}
      />
      <ValueControl comparison={comparison} events={events} type={type} path={path} isNew={isNew} onChange={onChange} />
      <IconButton icon="close" label="Remove filter" className="size-6" onPress={() => onChange(null)} />
      <ProblemNote path={path} isDeep />
    </div>
  )
}

interface ValueControlProps extends Omit<ComparisonRowProps, 'onChange'> {
  readonly type: ValueType
  readonly onChange: (comparison: Comparison) => void
}

function ValueControl({ comparison, events, type, path, isNew, onChange }: ValueControlProps): ReactNode {
  const isInvalid = useProblemsAt(`${path}.value`, true).length > 0
  switch (comparison.op) {
    case 'isSet':
    case 'isNotSet':
      return null
    case 'is':
    case 'isNot':
      return (
        <ValuePicker
          events={events}
          property={comparison.property}
          type={type}
          values={valuesOf(comparison)}
          isInvalid={isInvalid && valuesOf(comparison).length > 0}
          startsOpen={isNew}
          onChange={values => onChange({ ...comparison, value: [...values] })}
        />
      )
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return (
        <NumberInput label="Value" value={comparison.value} isInvalid={isInvalid} onCommit={value => onChange({ ...comparison, value })} />
      )
    case 'between': {
      const [low, high] = comparison.value
      return (
        <>
          <NumberInput
            label="Lowest value"
            value={low}
            isInvalid={isInvalid}
            onCommit={value => onChange({ ...comparison, value: [value, high] })}
          />
          <span className="text-muted">and</span>
          <NumberInput
            label="Highest value"
            value={high}
            isInvalid={isInvalid}
            onCommit={value => onChange({ ...comparison, value: [low, value] })}
          />
        </>
      )
    }
    case 'before':
    case 'after':
    case 'contains':
    case 'notContains':
    case 'startsWith':
    case 'endsWith':
    case 'matches':
    case 'notMatches':
      return (
        <TextInput
          label="Value"
          value={comparison.value}
          isInvalid={isInvalid}
          autoFocus={comparison.value === ''}
          placeholder={comparison.op === 'matches' || comparison.op === 'notMatches' ? 'regular expression' : 'text'}
          onCommit={value => onChange({ ...comparison, value })}
          className="w-36"
        />
      )
    default:
      return comparison satisfies never
  }
}
