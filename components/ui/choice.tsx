'use client'

import type { ReactNode } from 'react'
import { Chip } from './chip'
import { OptionsPanel } from './lazy-options'
import type { Option } from './options-panel'

interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly value: Id
  readonly options: readonly Option<Id>[]
  readonly onChange: (id: Id) => void
  readonly isInvalid?: boolean
  readonly className?: string
}

/** One of a few named options. */
export function Choice<Id extends string>({ label, value, options, onChange, isInvalid, className }: ChoiceProps<Id>): ReactNode {
  const shown = options.find(({ id }) => id === value)?.label ?? value
  return (
    <Chip label={label} text={shown} isInvalid={isInvalid ?? false} {...(className ? { className } : {})}>
      {close => (
        <OptionsPanel
          label={label}
          options={options}
          chosen={value}
          onChoose={id => {
            close()
            // The panel offers exactly these options, so what comes back is one of their ids.
            if (id !== value) onChange(id as Id)
          }}
        />
      )}
    </Chip>
  )
}
