'use client'

import { type InputHTMLAttributes, type ReactNode, useState } from 'react'
import { classNames } from './class-names'

interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'defaultValue'> {
  readonly label: string
  readonly value: string
  /** Called when the text is done: on Enter, or when the field is left. */
  readonly onCommit: (value: string) => void
  readonly isInvalid?: boolean
}

/** A line of text that changes the question when it is finished, not at every key. */
export function TextInput({ label, value, onCommit, isInvalid = false, className, ...rest }: TextInputProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed)
    setTyped(null)
  }
  return (
    <input
      {...rest}
      aria-label={label}
      aria-invalid={isInvalid}
      value={typed ?? value}
      onChange={event => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={event => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setTyped(null)
      }}
      className={classNames(
        'h-7 min-w-0 rounded-md border bg-surface px-2 placeholder:text-muted hover:border-edge',
        isInvalid ? 'border-danger' : 'border-line',
        className,
      )}
    />
  )
}

interface NumberInputProps extends Omit<TextInputProps, 'value' | 'onCommit'> {
  readonly value: number
  readonly onCommit: (value: number) => void
}

/** A number; what does not read as one is put back. */
export function NumberInput({ value, onCommit, className, ...rest }: NumberInputProps): ReactNode {
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      value={String(value)}
      onCommit={text => {
        const number = Number(text.trim().replace(',', '.'))
        if (text.trim() !== '' && Number.isFinite(number)) onCommit(number)
      }}
      className={classNames('tabular w-16 text-right', className)}
    />
  )
}
