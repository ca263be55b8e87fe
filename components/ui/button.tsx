'use client'

import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

const looks = {
  solid: 'bg-accent text-on-accent hover:bg-accent-strong font-medium',
  outline: 'border border-line bg-surface hover:bg-sunken font-medium',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
} as const

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly look?: keyof typeof looks
  readonly icon?: IconName
  readonly className?: string
  readonly children?: ReactNode
}

export function Button({ look = 'outline', icon, className, children, ...rest }: ButtonProps): ReactNode {
  return (
    <AriaButton
      {...rest}
      className={classNames(
        'inline-flex h-8 items-center justify-center gap-1.5 rounded-md px-3 transition-colors duration-100 disabled:opacity-40',
        looks[look],
        className,
      )}
    >
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly icon: IconName
  readonly label: string
  readonly className?: string
}

/** A button that shows only a picture; its label is read out and shown on hover. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <span title={label} className="inline-flex">
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames(
          'inline-flex size-7 items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-sunken hover:text-ink disabled:opacity-35 disabled:hover:bg-transparent',
          className,
        )}
      >
        <Icon name={icon} />
      </AriaButton>
    </span>
  )
}
