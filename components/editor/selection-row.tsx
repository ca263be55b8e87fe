'use client'

import { type ReactNode, useState } from 'react'
import { type Action, ActionsMenu, TextInput } from '@/components/ui'
import { namedEvents, type Selection } from '@/lib/parts/selection'
import { ConditionList } from './condition-list'
import { EventPicker } from './event-picker'
import { compact, orAbsent } from './list-edit'
import { ProblemNote } from './problem-note'
import { useProblemsAt } from './scope'

interface SelectionRowProps<Row extends Selection> {
  readonly selection: Row
  /** Where the row stands in the document, such as `steps[1]`. */
  readonly path: string
  /** The letter or number it goes by. */
  readonly badge?: string
  /** What stands before the event: a measure, or a word of the sentence. */
  readonly lead?: ReactNode
  readonly actions?: readonly Action[]
  readonly startsOpen?: boolean
  readonly onChange: (selection: Row) => void
}

/** One event of the question, with its filters and its name. */
export function SelectionRow<Row extends Selection>(props: SelectionRowProps<Row>): ReactNode {
  const { selection, path, badge, lead, actions = [], startsOpen = false, onChange } = props
  const [isNaming, setNaming] = useState(false)
  const isInvalid = useProblemsAt(`${path}.event`, true).length > 0 && selection.event !== ''
  // Changing fields of a row leaves it a row of the same form.
  const change = (fields: Partial<Selection>) => onChange(compact({ ...selection, ...fields }) as Row)
  const hasName = isNaming || selection.label !== undefined
  const rename: Action = {
    name: hasName ? 'Remove name' : 'Rename',
    icon: 'number',
    onAction: () => (hasName ? unname() : setNaming(true)),
  }
  const unname = () => {
    setNaming(false)
    change({ label: undefined })
  }

  return (
    <div className="flex items-start gap-2">
      {badge !== undefined && (
        <span className="tabular mt-1 flex size-5 shrink-0 items-center justify-center rounded bg-sunken font-medium text-muted text-xs">
          {badge}
        </span>
      )}
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">
        <div className="flex w-full items-start gap-1">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
            {lead}
            <EventPicker
              label={badge === undefined ? 'Event' : `Event ${badge}`}
              value={selection.event}
              isInvalid={isInvalid}
              startsOpen={startsOpen}
              onChange={event => change({ event })}
            />
          </div>
          <ActionsMenu label={badge === undefined ? 'More for this event' : `More for ${badge}`} actions={[rename, ...actions]} />
        </div>
        {hasName && (
          <TextInput
            label="Name"
            value={selection.label ?? ''}
            placeholder="Name shown in the chart"
            autoFocus={isNaming}
            onCommit={label => change({ label: label.trim() === '' ? undefined : label })}
            className="w-full"
          />
        )}
        <ProblemNote path={path} />
        <ProblemNote path={`${path}.event`} isDeep />
        <ConditionList
          conditions={selection.where ?? []}
          events={namedEvents(selection.event)}
          path={`${path}.where`}
          onChange={where => change({ where: orAbsent(where) })}
        />
      </div>
    </div>
  )
}
