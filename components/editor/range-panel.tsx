'use client'

import { type DateValue, parseDate } from '@internationalized/date'
import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Heading } from 'react-aria-components/Heading'
import { CalendarCell, CalendarGrid, RangeCalendar } from 'react-aria-components/RangeCalendar'
import { Button, classNames, Icon, NumberInput } from '@/components/ui'
import { type CalendarUnit, calendarUnits, type Range } from '@/lib/parts/range'
import { rangePresets } from './range-words'
import { useScope } from './scope'

interface RangePanelProps {
  readonly range: Range
  readonly onChange: (range: Range) => void
}

/** Presets, the last so many units, or days from a calendar; all in the question's time zone. */
export function RangePanel({ range, onChange }: RangePanelProps): ReactNode {
  const { timezone, today } = useScope()
  return (
    <div className="flex max-h-[min(460px,80vh)] flex-col overflow-auto sm:flex-row">
      <ul
        aria-label="Ranges"
        className="flex shrink-0 flex-wrap content-start gap-0.5 border-line border-b p-2 sm:w-40 sm:flex-col sm:border-r sm:border-b-0"
      >
        {rangePresets.map(preset => (
          <li key={preset.label}>
            <button
              type="button"
              aria-pressed={JSON.stringify(preset.range) === JSON.stringify(range)}
              onClick={() => onChange(preset.range)}
              className="h-7 w-full rounded px-2 text-left hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-strong"
            >
              {preset.label}
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-3 p-3">
        <LastUnits range={range} onChange={onChange} />
        <Days range={range} today={today} onChange={onChange} />
        <p className="text-muted text-xs">Days of {timezone}</p>
      </div>
    </div>
  )
}

function LastUnits({ range, onChange }: RangePanelProps): ReactNode {
  const [count, setCount] = useState('last' in range ? range.last : 30)
  const [unit, setUnit] = useState<CalendarUnit>('last' in range ? range.unit : 'day')
  return (
    <div className="flex items-center gap-1.5">
      <span className="text-muted">Last</span>
      <NumberInput label="How many" value={count} onCommit={value => setCount(Math.max(1, Math.round(value)))} className="w-14" />
      <select
        aria-label="Unit"
        value={unit}
        // The options are exactly the units.
        onChange={event => setUnit(event.target.value as CalendarUnit)}
        className="h-7 rounded-md border border-line bg-surface px-1.5"
      >
        {calendarUnits.map(name => (
          <option key={name} value={name}>
            {count === 1 ? name : `${name}s`}
          </option>
        ))}
      </select>
      <Button className="ml-auto h-7" onPress={() => onChange({ last: count, unit })}>
        Apply
      </Button>
    </div>
  )
}

function Days({ range, today, onChange }: RangePanelProps & { readonly today: string }): ReactNode {
  const value: { readonly start: DateValue; readonly end: DateValue } | null =
    'from' in range && range.from <= range.to ? { start: parseDate(range.from), end: parseDate(range.to) } : null
  return (
    <RangeCalendar
      aria-label="Days"
      defaultValue={value}
      defaultFocusedValue={value?.end ?? parseDate(today)}
      maxValue={parseDate(today)}
      className="mx-auto w-fit"
      onChange={({ start, end }) => onChange({ from: start.toString(), to: end.toString() })}
    >
      <div className="mb-2 flex items-center justify-between">
        <AriaButton
          slot="previous"
          className="inline-flex size-7 items-center justify-center rounded-md hover:bg-sunken disabled:opacity-30"
        >
          <Icon name="chevron" className="size-4 rotate-90" />
        </AriaButton>
        <Heading className="font-medium" />
        <AriaButton slot="next" className="inline-flex size-7 items-center justify-center rounded-md hover:bg-sunken disabled:opacity-30">
          <Icon name="chevron" className="size-4 -rotate-90" />
        </AriaButton>
      </div>
      <CalendarGrid className="tabular border-collapse text-center [&_td]:p-0 [&_th]:h-7 [&_th]:font-normal [&_th]:text-muted [&_th]:text-xs">
        {date => (
          <CalendarCell
            date={date}
            className={({ isSelected, isSelectionStart, isSelectionEnd, isDisabled, isOutsideMonth }) =>
              classNames(
                'flex size-8 cursor-default items-center justify-center outline-none data-focus-visible:ring-2 data-focus-visible:ring-accent',
                cellLook(isSelectionStart || isSelectionEnd, isSelected),
                isDisabled && 'text-muted opacity-40',
                isOutsideMonth && 'invisible',
              )
            }
          />
        )}
      </CalendarGrid>
    </RangeCalendar>
  )
}

/** One look at a time: of two colours on one element, the style sheet's order would choose. */
function cellLook(isEnd: boolean, isSelected: boolean): string {
  if (isEnd) return 'rounded bg-accent font-medium text-on-accent'
  return isSelected ? 'bg-accent-soft text-accent-strong' : 'rounded hover:bg-sunken'
}
