'use client'

import { type ReactNode, useState } from 'react'
import { Button, Choice, classNames, IconButton } from '@/components/ui'
import type { Condition } from '@/lib/parts/condition'
import { ComparisonRow } from './comparison-row'
import { type ConditionGroup, type GroupForm, groupOf, makeGroup, newComparison } from './condition-edit'
import { removeAt, replaceAt } from './list-edit'
import { placeIn } from './place'
import { ProblemNote } from './problem-note'
import { PropertyPicker } from './property-picker'

interface ConditionListProps {
  readonly conditions: readonly Condition[]
  readonly events: readonly string[] | null
  /** Where the list stands in the document, such as `series[0].where`. */
  readonly path: string
  readonly onChange: (conditions: readonly Condition[]) => void
  /** What stands before the first and between the others. */
  readonly first?: string
  readonly joint?: string
  readonly addLabel?: string
  /** Inside a group there is less room. */
  readonly isNested?: boolean
}

/** Conditions that are read one after the other; groups of them may be nested to any depth. */
export function ConditionList(props: ConditionListProps): ReactNode {
  const { conditions, events, path, onChange, first = 'where', joint = 'and', addLabel = 'Add filter', isNested = false } = props
  const [added, setAdded] = useState<number | null>(null)
  const add = (condition: Condition) => {
    setAdded(conditions.length)
    onChange([...conditions, condition])
  }

  return (
    <div className="flex w-full flex-col items-start gap-1.5">
      {conditions.map((condition, at) => (
        <div key={placeIn(path, at)} className="flex w-full items-start gap-1.5">
          <span className={classNames('shrink-0 pt-1 text-muted text-xs leading-5', isNested ? 'w-6' : 'w-10')}>
            {at === 0 ? first : joint}
          </span>
          <div className="min-w-0 flex-1">
            <ConditionRow
              condition={condition}
              events={events}
              path={placeIn(path, at)}
              isNew={added === at}
              onChange={changed => onChange(changed === null ? removeAt(conditions, at) : replaceAt(conditions, at, changed))}
            />
          </div>
        </div>
      ))}
      <div className="flex items-center gap-1">
        <PropertyPicker
          label={addLabel}
          value={null}
          placeholder={addLabel}
          events={events}
          onChange={property => add(newComparison(property))}
        />
        {conditions.length > 0 && (
          <Button look="quiet" icon="plus" className="h-7 px-2 text-xs" onPress={() => add(makeGroup('any', [conditions[0] as Condition]))}>
            Add group
          </Button>
        )}
      </div>
      <ProblemNote path={path} />
    </div>
  )
}

interface ConditionRowProps {
  readonly condition: Condition
  readonly events: readonly string[] | null
  readonly path: string
  readonly isNew: boolean
  readonly onChange: (condition: Condition | null) => void
}

function ConditionRow({ condition, events, path, isNew, onChange }: ConditionRowProps): ReactNode {
  const group = groupOf(condition)
  if (group !== null) return <GroupRow group={group} events={events} path={path} onChange={onChange} />
  // What is no group is a comparison.
  return (
    <ComparisonRow
      comparison={condition as Parameters<typeof ComparisonRow>[0]['comparison']}
      events={events}
      path={path}
      isNew={isNew}
      onChange={onChange}
    />
  )
}

const forms: readonly { readonly id: GroupForm; readonly label: string }[] = [
  { id: 'any', label: 'any of' },
  { id: 'all', label: 'all of' },
  { id: 'none', label: 'none of' },
  { id: 'notAll', label: 'not all of' },
]

interface GroupRowProps extends Omit<ConditionRowProps, 'condition' | 'isNew'> {
  readonly group: ConditionGroup
}

function GroupRow({ group, events, path, onChange }: GroupRowProps): ReactNode {
  const { form, members } = group
  return (
    <fieldset className="min-w-0 rounded-md border border-line p-2">
      <legend className="sr-only">Group of conditions</legend>
      <div className="mb-1.5 flex items-center justify-between">
        <Choice label="Which must hold" value={form} options={forms} onChange={chosen => onChange(makeGroup(chosen, members))} />
        <IconButton icon="close" label="Remove group" onPress={() => onChange(null)} />
      </div>
      <ConditionList
        conditions={members}
        events={events}
        path={`${path}${group.path}`}
        first=""
        isNested
        joint={form === 'all' || form === 'notAll' ? 'and' : 'or'}
        onChange={changed => onChange(changed.length === 0 ? null : makeGroup(form, changed))}
      />
    </fieldset>
  )
}
