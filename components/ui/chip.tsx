'use client'

import { type ReactNode, Suspense, useContext } from 'react'
import { Button } from 'react-aria-components/Button'
import { DialogTrigger, OverlayTriggerStateContext } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names'
import { Icon } from './icon'

const tones = {
  plain: 'border-line bg-surface hover:border-edge',
  strong: 'border-transparent bg-accent-soft text-accent-strong hover:border-accent font-medium',
  ghost: 'border-dashed border-edge/60 bg-transparent text-muted hover:border-edge hover:text-ink',
} as const

interface ChipProps {
  /** What the choice is about; read out before its present value. */
  readonly label: string
  /** The present value. */
  readonly text: ReactNode
  readonly tone?: keyof typeof tones
  readonly isInvalid?: boolean
  readonly hasChevron?: boolean
  /** Adds something instead of changing it: it has no value to read out. */
  readonly isAdding?: boolean
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
  readonly className?: string
  /** What opens: it gets the way to close itself. */
  readonly children: (close: () => void) => ReactNode
}

/** A word of the question that can be changed: it opens a panel beside it. */
export function Chip({
  label,
  text,
  tone = 'plain',
  isInvalid,
  hasChevron = true,
  isAdding = false,
  isOpen,
  onOpenChange,
  className,
  children,
}: ChipProps): ReactNode {
  return (
    <DialogTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Button
        aria-label={typeof text === 'string' && !isAdding ? `${label}: ${text}` : label}
        className={classNames(
          'inline-flex min-h-7 max-w-full items-center gap-1 rounded-md border px-2 py-0.5 text-left transition-colors duration-100',
          tones[tone],
          isInvalid && 'border-danger bg-danger-soft text-danger',
          className,
        )}
      >
        {isAdding && <Icon name="plus" className="size-3" />}
        <span className="min-w-0 truncate">{text}</span>
        {hasChevron && !isAdding && <Icon name="chevron" className="size-3 opacity-60" />}
      </Button>
      <Popover
        aria-label={label}
        placement="bottom start"
        offset={4}
        className="z-50 max-w-[calc(100vw-16px)] rounded-lg border border-line bg-raised shadow-popover [animation:appear_100ms_ease-out] outline-none"
      >
        <Panel>{children}</Panel>
      </Popover>
    </DialogTrigger>
  )
}

function Panel({ children }: Pick<ChipProps, 'children'>): ReactNode {
  const state = useContext(OverlayTriggerStateContext)
  return <Suspense fallback={<PanelLoading />}>{children(() => state?.close())}</Suspense>
}

const PanelLoading = () => <div className="h-40 w-72" aria-busy="true" />
