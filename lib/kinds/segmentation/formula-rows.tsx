import type { ReactNode } from 'react'
import { compact, ProblemNote, placeIn, useProblemsAt } from '@/components/editor'
import { Choice, IconButton, TextInput } from '@/components/ui'
import type { Formula } from './document'

interface FormulaRowsProps {
  readonly formulas: readonly Formula[]
  readonly onChange: (formulas: readonly Formula[]) => void
}

/** Figures made of the series: `A / B * 100`. */
export function FormulaRows({ formulas, onChange }: FormulaRowsProps): ReactNode {
  return formulas.map((formula, at) => (
    <FormulaRow
      key={placeIn('formulas', at)}
      formula={formula}
      at={at}
      onChange={changed => onChange(changed === null ? formulas.toSpliced(at, 1) : formulas.with(at, changed))}
    />
  ))
}

interface FormulaRowProps {
  readonly formula: Formula
  readonly at: number
  readonly onChange: (formula: Formula | null) => void
}

const formats = [
  { id: 'number', label: 'number' },
  { id: 'percent', label: 'percent' },
] as const

function FormulaRow({ formula, at, onChange }: FormulaRowProps): ReactNode {
  const path = placeIn('formulas', at)
  const isInvalid = useProblemsAt(path, true).length > 0
  return (
    <div className="flex items-start gap-2">
      <span className="mt-1 flex h-5 min-w-5 shrink-0 items-center justify-center rounded bg-sunken px-1 font-medium text-muted text-xs">
        F{at + 1}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
        <TextInput
          label={`Formula ${at + 1}`}
          value={formula.formula}
          placeholder="A / B * 100"
          isInvalid={isInvalid}
          onCommit={text => onChange({ ...formula, formula: text })}
          className="min-w-32 flex-1 font-mono"
        />
        <Choice label="Format" value={formula.format ?? 'number'} options={formats} onChange={format => onChange({ ...formula, format })} />
        <IconButton icon="close" label="Remove formula" onPress={() => onChange(null)} />
        <TextInput
          label={`Name of formula ${at + 1}`}
          value={formula.label ?? ''}
          placeholder="Name shown in the chart"
          onCommit={label => onChange(compact({ ...formula, label: label.trim() === '' ? undefined : label }))}
          className="w-full"
        />
        <ProblemNote path={path} isDeep />
      </div>
    </div>
  )
}
