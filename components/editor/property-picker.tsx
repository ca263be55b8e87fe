'use client'

import { lazy, type ReactNode } from 'react'
import { type PropertyOption, propertyOptions, usePropertyCatalog } from '@/components/catalog'
import { Chip, type IconName } from '@/components/ui'
import { formatNumber } from '@/lib/chart'
import { splitProperty } from '@/lib/parts/property'
import { useScope } from './scope'
import { useKnownEvents } from './use-known-events'
import { useLocale } from './use-locale'
import { useOpening } from './use-opening'

const PickerPanel = lazy(() => import('./picker-panel').then(module => ({ default: module.PickerPanel })))

interface PropertyPickerProps {
  readonly label: string
  /** The property chosen, or null for a picker that adds one. */
  readonly value: string | null
  readonly placeholder: string
  /** Only properties that these events have are offered; null is any event. */
  readonly events: readonly string[] | null
  readonly onChange: (property: string) => void
  readonly prefers?: PropertyOption['type']
  readonly isInvalid?: boolean
  readonly startsOpen?: boolean
}

const scopeIcons: Readonly<Record<PropertyOption['scope'], IconName>> = { event: 'property', user: 'user', column: 'grid' }

export function PropertyPicker(props: PropertyPickerProps): ReactNode {
  const { label, value, placeholder, events, onChange, prefers, isInvalid = false, startsOpen = false } = props
  const [isOpen, setOpen] = useOpening(startsOpen)
  const options = usePropertyOptions(events, isOpen)
  const locale = useLocale()
  const isEmpty = value === null || value === ''
  const entries = options.list
    .toSorted((one, other) => Number(other.type === prefers) - Number(one.type === prefers))
    .map(option => ({
      id: option.property,
      label: option.name,
      detail:
        option.share === null
          ? `${option.scope} · ${option.type}`
          : `${option.type} · ${formatNumber(option.share, 'rate', locale, 'compact')}`,
      icon: scopeIcons[option.scope],
    }))

  return (
    <Chip
      label={label}
      text={isEmpty ? placeholder : splitProperty(value).name}
      tone={isEmpty ? 'ghost' : 'plain'}
      isAdding={value === null}
      isInvalid={isInvalid}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      {close => (
        <PickerPanel
          label="Properties"
          placeholder="Search properties"
          entries={entries}
          chosen={new Set(isEmpty ? [] : [value])}
          isLoading={options.isLoading}
          emptyText="These events have no such property."
          onChoose={chosen => {
            const [property] = chosen
            close()
            if (property !== undefined && property !== value) onChange(property)
          }}
        />
      )}
    </Chip>
  )
}

/** The properties of these events, once they are asked for. */
export function usePropertyOptions(
  events: readonly string[] | null,
  isEnabled = true,
): { readonly list: readonly PropertyOption[]; readonly isLoading: boolean } {
  const { dataset } = useScope()
  const known = useKnownEvents(events)
  const catalog = usePropertyCatalog(dataset, known ?? null, isEnabled && known !== undefined)
  return { list: catalog.data === undefined ? [] : propertyOptions(catalog.data), isLoading: catalog.isPending }
}
