'use client'

import { lazy, type ReactNode, useState } from 'react'
import { useCatalog } from '@/components/catalog'
import { Chip } from '@/components/ui'
import { formatNumber } from '@/lib/chart'
import { anyEvent, namedEvents, type Selection } from '@/lib/parts/selection'
import { useScope } from './scope'
import { useLocale } from './use-locale'
import { useOpening } from './use-opening'

const PickerPanel = lazy(() => import('./picker-panel').then(module => ({ default: module.PickerPanel })))

interface EventPickerProps {
  readonly label: string
  readonly value: Selection['event']
  readonly onChange: (event: Selection['event']) => void
  readonly isInvalid?: boolean
  readonly startsOpen?: boolean
}

/** Which events are meant: one, any of several, or any at all. */
export function EventPicker({ label, value, onChange, isInvalid = false, startsOpen = false }: EventPickerProps): ReactNode {
  const { dataset } = useScope()
  const locale = useLocale()
  const catalog = useCatalog(dataset)
  const [isOpen, setOpen] = useOpening(startsOpen)
  const names = namedEvents(value)
  const [several, setSeveral] = useState<readonly string[] | null>(null)

  const setIsOpen = (opens: boolean) => {
    setOpen(opens)
    if (opens) setSeveral(names !== null && names.length > 1 ? names : null)
    else if (several !== null && several.length > 0) change(several)
  }
  const change = (chosen: readonly string[]) => {
    const [first = anyEvent] = chosen
    const event = chosen.includes(anyEvent) ? anyEvent : chosen.length > 1 ? [...chosen] : first
    if (JSON.stringify(event) !== JSON.stringify(value)) onChange(event)
  }

  const all = { id: anyEvent, label: 'Any event', icon: 'event' as const }
  const listed = (catalog.data?.events ?? []).map(event => ({
    id: event.name,
    label: event.name,
    detail: formatNumber(event.events, 'count', locale, 'compact'),
    icon: 'event' as const,
  }))

  return (
    <Chip
      label={label}
      text={names === null ? 'Any event' : value === '' ? 'Choose event' : names.join(' or ')}
      tone={value === '' ? 'ghost' : 'strong'}
      isInvalid={isInvalid}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      {() => (
        <PickerPanel
          label="Events"
          placeholder="Search events"
          entries={several === null ? [all, ...listed] : listed}
          chosen={new Set(several ?? names ?? [anyEvent])}
          isMultiple={several !== null}
          isLoading={catalog.isPending}
          emptyText="No event has this name."
          onChoose={chosen => {
            if (several !== null) return setSeveral([...chosen])
            change([...chosen])
            setOpen(false)
          }}
          footer={
            <label className="flex items-center gap-2 px-1 text-muted">
              <input
                type="checkbox"
                checked={several !== null}
                onChange={event => setSeveral(event.target.checked ? (names ?? []).filter(name => name !== '') : null)}
                className="size-4 accent-accent"
              />
              Choose several (any of them counts)
            </label>
          }
        />
      )}
    </Chip>
  )
}
