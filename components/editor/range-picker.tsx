'use client'

import { lazy, type ReactNode } from 'react'
import { Chip } from '@/components/ui'
import type { Range } from '@/lib/parts/range'
import { rangeLabel } from './range-words'
import { useProblemsAt } from './scope'
import { useLocale } from './use-locale'

const RangePanel = lazy(() => import('./range-panel').then(module => ({ default: module.RangePanel })))

interface RangePickerProps {
  readonly range: Range
  readonly onChange: (range: Range) => void
}

export function RangePicker({ range, onChange }: RangePickerProps): ReactNode {
  const locale = useLocale()
  const isInvalid = useProblemsAt('range', true).length > 0
  return (
    <Chip label="Date range" text={rangeLabel(range, locale)} isInvalid={isInvalid}>
      {close => (
        <RangePanel
          range={range}
          onChange={chosen => {
            close()
            if (JSON.stringify(chosen) !== JSON.stringify(range)) onChange(chosen)
          }}
        />
      )}
    </Chip>
  )
}
