'use client'

import type { ReactNode } from 'react'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Icon, type IconName } from './icon'

export interface Action {
  readonly name: string
  readonly icon: IconName
  readonly isDisabled?: boolean
  readonly onAction: () => void
}

export function ActionsList({ label, actions }: { readonly label: string; readonly actions: readonly Action[] }): ReactNode {
  return (
    <Menu
      aria-label={label}
      autoFocus="first"
      disabledKeys={actions.filter(action => action.isDisabled).map(action => action.name)}
      className="min-w-44 p-1 outline-none"
    >
      {actions.map(({ name, icon, onAction }) => (
        <MenuItem
          key={name}
          id={name}
          textValue={name}
          onAction={onAction}
          className="flex min-h-8 cursor-default items-center gap-2 rounded px-2 outline-none data-disabled:opacity-40 data-focused:bg-sunken"
        >
          <Icon name={icon} className="size-3.5 text-muted" />
          {name}
        </MenuItem>
      ))}
    </Menu>
  )
}
