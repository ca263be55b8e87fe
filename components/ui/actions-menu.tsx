'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { Action } from './actions-list'
import { IconButton } from './button'

const ActionsList = lazy(() => import('./actions-list').then(module => ({ default: module.ActionsList })))

/** What can be done with the row it stands in. */
export function ActionsMenu({ label, actions }: { readonly label: string; readonly actions: readonly Action[] }): ReactNode {
  return (
    <MenuTrigger>
      <IconButton icon="more" label={label} />
      <Popover
        placement="bottom end"
        offset={4}
        className="z-50 rounded-lg border border-line bg-raised shadow-popover [animation:appear_100ms_ease-out]"
      >
        <Suspense fallback={<div className="h-24 w-44" />}>
          <ActionsList label={label} actions={actions} />
        </Suspense>
      </Popover>
    </MenuTrigger>
  )
}
