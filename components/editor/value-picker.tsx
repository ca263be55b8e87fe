'use client'

import { lazy, type ReactNode, useDeferredValue, useState } from 'react'
import { useValues } from '@/components/catalog'
import { Chip, IconButton } from '@/components/ui'
import type { ValueType } from '@/lib/catalog'
import { formatNumber, valueLabel } from '@/lib/chart'
import type { ComparisonValue } from '@/lib/parts/condition'
import { typedValue } from './condition-edit'
import { useScope } from './scope'
import { useKnownEvents } from './use-known-events'
import { useLocale } from './use-locale'
import { useOpening } from './use-opening'

const PickerPanel = lazy(() => import('./picker-panel').then(module => ({ default: module.PickerPanel })))

interface ValuePickerProps {
  readonly events: readonly string[] | null
  readonly property: string
  readonly type: ValueType
  readonly values: readonly ComparisonValue[]
  readonly onChange: (values: readonly ComparisonValue[]) => void
  readonly isInvalid?: boolean
  readonly startsOpen?: boolean
}

/** Values to compare with: suggested with their counts, typed, or pasted as a list. */
export function ValuePicker({
  events,
  property,
  type,
  values,
  onChange,
  isInvalid = false,
  startsOpen = false,
}: ValuePickerProps): ReactNode {
  const [isOpen, setOpen] = useOpening(startsOpen)
  const [chosen, setChosen] = useState<readonly string[]>(values.map(String))

  const setIsOpen = (opens: boolean) => {
    setOpen(opens)
    if (opens) return setChosen(values.map(String))
    const before = new Map(values.map(value => [String(value), value]))
    const after = chosen.map(text => before.get(text) ?? typedValue(text, type))
    if (JSON.stringify(after) !== JSON.stringify(values)) onChange(after)
  }

  return (
    <Chip
      label="Values"
      text={values.length === 0 ? 'Choose values' : values.map(value => valueLabel(String(value))).join(' or ')}
      tone={values.length === 0 ? 'ghost' : 'plain'}
      isInvalid={isInvalid}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      {() => <ValuePanel events={events} property={property} chosen={chosen} onChoose={setChosen} onDone={() => setIsOpen(false)} />}
    </Chip>
  )
}

interface ValuePanelProps {
  readonly events: readonly string[] | null
  readonly property: string
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
  readonly onDone: () => void
}

function ValuePanel({ events, property, chosen, onChoose, onDone }: ValuePanelProps): ReactNode {
  const { dataset } = useScope()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const known = useKnownEvents(events)
  const answer = useValues({ dataset, events: known ?? null, property, search: useDeferredValue(search) }, known !== undefined)
  const suggested = (answer.data?.values ?? []).map(({ value, events: count }) => ({
    id: value,
    label: valueLabel(value),
    detail: formatNumber(count, 'count', locale, 'compact'),
  }))
  const own = chosen.filter(text => !suggested.some(({ id }) => id === text)).map(text => ({ id: text, label: valueLabel(text) }))
  const entries = search === '' ? [...own, ...suggested] : suggested

  return (
    <PickerPanel
      label="Values"
      placeholder="Search or type values"
      entries={entries}
      chosen={new Set(chosen)}
      isMultiple
      isLoading={answer.isFetching}
      emptyText={answer.error?.message ?? 'No value like this was seen. Press Enter to use it all the same.'}
      onSearch={setSearch}
      onFreeText={texts => onChoose([...new Set([...chosen, ...texts])])}
      onChoose={keys => onChoose([...chosen.filter(text => keys.has(text)), ...[...keys].filter(key => !chosen.includes(key))])}
      footer={
        <div className="flex items-center justify-between px-1 text-muted text-xs">
          <span>{answer.data?.more ? 'More values exist: search to find them' : `${chosen.length} chosen`}</span>
          <IconButton icon="check" label="Done" onPress={onDone} />
        </div>
      }
    />
  )
}
