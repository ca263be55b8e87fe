'use client'

import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Icon } from './icon'

export interface Option<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly detail?: string
}

interface OptionsPanelProps<Id extends string> {
  readonly label: string
  readonly options: readonly Option<Id>[]
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
}

/** A short list to choose one of. */
export function OptionsPanel<Id extends string>({ label, options, chosen, onChoose }: OptionsPanelProps<Id>): ReactNode {
  return (
    <ListBox
      aria-label={label}
      autoFocus
      items={options}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onAction={undefined}
      onSelectionChange={keys => {
        const [key] = keys === 'all' ? [] : keys
        const option = options.find(({ id }) => id === key) ?? options.find(({ id }) => id === chosen)
        if (option) onChoose(option.id)
      }}
      className="thin-scroll max-h-[min(360px,60vh)] min-w-48 overflow-auto p-1 outline-none"
    >
      {option => (
        <ListBoxItem
          id={option.id}
          textValue={option.label}
          className="flex min-h-8 cursor-default items-center gap-2 rounded px-2 py-1 outline-none data-focused:bg-sunken data-focus-visible:ring-2 data-focus-visible:ring-accent data-focus-visible:ring-inset"
        >
          {({ isSelected }) => (
            <>
              <span className="flex-1">
                {option.label}
                {option.detail && <span className="block text-muted text-xs">{option.detail}</span>}
              </span>
              <Icon name="check" className={isSelected ? 'size-4 text-accent' : 'invisible size-4'} />
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
