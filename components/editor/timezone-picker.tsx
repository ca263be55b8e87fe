'use client'

import { lazy, type ReactNode } from 'react'
import { Chip } from '@/components/ui'
import { useProblemsAt, useScope } from './scope'

const PickerPanel = lazy(() => import('./picker-panel').then(module => ({ default: module.PickerPanel })))

interface TimezonePickerProps {
  /** Absent where the dataset's own zone is meant. */
  readonly timezone: string | undefined
  readonly onChange: (timezone: string | undefined) => void
}

const ownZone = ''

export function TimezonePicker({ timezone, onChange }: TimezonePickerProps): ReactNode {
  const scope = useScope()
  const isInvalid = useProblemsAt('timezone').length > 0
  return (
    <Chip label="Time zone" text={timezone ?? scope.timezone} isInvalid={isInvalid}>
      {close => (
        <PickerPanel
          label="Time zones"
          placeholder="Search time zones"
          entries={[{ id: ownZone, label: 'As the dataset' }, ...zones().map(id => ({ id, label: id }))]}
          chosen={new Set([timezone ?? ownZone])}
          emptyText="No time zone has this name."
          onFreeText={([zone]) => {
            close()
            onChange(zone)
          }}
          onChoose={chosen => {
            const [zone] = chosen
            close()
            onChange(zone === ownZone ? undefined : zone)
          }}
        />
      )}
    </Chip>
  )
}

const zones = (): readonly string[] => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
