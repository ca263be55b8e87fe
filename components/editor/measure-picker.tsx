'use client'

import { type ReactNode, useState } from 'react'
import { Choice, NumberInput } from '@/components/ui'
import type { Aggregate, Measure } from '@/lib/kinds/segmentation/document'
import { ProblemNote } from './problem-note'
import { PropertyPicker } from './property-picker'
import { useProblemsAt } from './scope'
import { Words } from './section'

interface MeasurePickerProps {
  readonly measure: Measure
  readonly events: readonly string[] | null
  readonly path: string
  readonly onChange: (measure: Measure) => void
}

type MeasureName = 'entities' | 'events' | 'eventsPerEntity' | 'population' | 'active' | Aggregate

const names = {
  entities: 'Unique users',
  events: 'Total events',
  eventsPerEntity: 'Events per user',
  population: 'All users that exist',
  active: 'Active users',
  sum: 'Sum',
  avg: 'Average',
  median: 'Median',
  min: 'Minimum',
  max: 'Maximum',
  p25: '25th percentile',
  p75: '75th percentile',
  p90: '90th percentile',
  p95: '95th percentile',
  p99: '99th percentile',
  distinct: 'Distinct values',
} as const satisfies Record<MeasureName, string>

const offered = (Object.keys(names) as MeasureName[]).filter(name => name !== 'population').map(id => ({ id, label: names[id] }))

/** What is counted: people, events, or a figure over a property. */
export function MeasurePicker({ measure, events, path, onChange }: MeasurePickerProps): ReactNode {
  const [isNew, setNew] = useState(false)
  const isInvalid = useProblemsAt(path).length > 0
  const isPropertyWrong = useProblemsAt(`${path}.property`).length > 0
  const choose = (name: MeasureName) => {
    const next = measureOf(name, measure)
    setNew(typeof next === 'object' && 'agg' in next && next.property === '')
    onChange(next)
  }
  return (
    <>
      <Choice label="Measure" value={nameOf(measure)} options={offered} isInvalid={isInvalid} onChange={choose} />
      {typeof measure === 'object' && 'agg' in measure && (
        <>
          <Words>of</Words>
          <PropertyPicker
            label="Measured property"
            value={measure.property}
            placeholder="Choose property"
            events={events}
            prefers={measure.agg === 'distinct' ? 'text' : 'number'}
            isInvalid={isPropertyWrong && measure.property !== ''}
            startsOpen={isNew}
            onChange={property => onChange({ ...measure, property })}
          />
          <Words>over</Words>
        </>
      )}
      {typeof measure === 'object' && 'active' in measure && (
        <>
          <Words>within</Words>
          <NumberInput label="Days" value={measure.active} onCommit={active => onChange({ active })} className="w-14" />
          <Words>{measure.active === 1 ? 'day' : 'days'}, doing</Words>
        </>
      )}
      {(measure === 'entities' || measure === 'eventsPerEntity') && <Words>who did</Words>}
      {measure === 'events' && <Words>of</Words>}
      <ProblemNote path={path} isDeep />
    </>
  )
}

function nameOf(measure: Measure): MeasureName {
  if (typeof measure === 'string') return measure
  return 'active' in measure ? 'active' : measure.agg
}

function measureOf(name: MeasureName, before: Measure): Measure {
  switch (name) {
    case 'entities':
    case 'events':
    case 'eventsPerEntity':
    case 'population':
      return name
    case 'active':
      return { active: 7 }
    default:
      return { agg: name, property: typeof before === 'object' && 'agg' in before ? before.property : '' }
  }
}
