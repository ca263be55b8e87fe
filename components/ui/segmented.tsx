'use client'

import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

interface Segment<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: IconName
}

interface SegmentedProps<Id extends string> {
  readonly label: string
  readonly value: Id
  readonly segments: readonly Segment<Id>[]
  readonly onChange: (id: Id) => void
  /** Shows the pictures alone, with their names on hover. */
  readonly isCompact?: boolean
  readonly className?: string
}

/** A few options side by side, one of them chosen. */
export function Segmented<Id extends string>({ label, value, segments, onChange, isCompact, className }: SegmentedProps<Id>): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const chosen = segments.find(({ id }) => keys.has(id))
        if (chosen && chosen.id !== value) onChange(chosen.id)
      }}
      className={classNames('inline-flex gap-0.5 rounded-lg bg-sunken p-0.5', className)}
    >
      {segments.map(({ id, label: name, icon }) => (
        <ToggleButton
          key={id}
          id={id}
          aria-label={name}
          className="inline-flex h-7 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-2.5 text-muted transition-colors duration-100 hover:text-ink data-selected:bg-surface data-selected:font-medium data-selected:text-ink data-selected:shadow-card"
        >
          {icon && (
            <span title={isCompact ? name : undefined} className="inline-flex">
              <Icon name={icon} />
            </span>
          )}
          {!isCompact && name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
