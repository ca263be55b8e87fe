import type { ReactNode } from 'react'
import { orAbsent, placeIn, removeAt, replaceAt, SelectionRow, Sentence, Words } from '@/components/editor'
import { Button, Choice } from '@/components/ui'
import type { FunnelDocument } from './document'

type Exclusion = NonNullable<FunnelDocument['exclusions']>[number]

interface ExclusionRowsProps {
  readonly document: FunnelDocument
  readonly onChange: (exclusions: Exclusion[] | undefined) => void
}

/** Events that must not happen between two steps. */
export function ExclusionRows({ document, onChange }: ExclusionRowsProps): ReactNode {
  const exclusions = document.exclusions ?? []
  const last = document.steps.length
  return (
    <>
      {exclusions.map((exclusion, at) => {
        const change = (changed: Exclusion) => onChange(replaceAt(exclusions, at, changed))
        return (
          <div key={placeIn('exclusions', at)} className="flex flex-col gap-1.5">
            <SelectionRow
              selection={exclusion}
              path={placeIn('exclusions', at)}
              lead={<Words>but without</Words>}
              startsOpen={exclusion.event === ''}
              actions={[{ name: 'Remove', icon: 'close', onAction: () => onChange(orAbsent(removeAt(exclusions, at))) }]}
              onChange={change}
            />
            <Sentence>
              <Words>between</Words>
              <Choice
                label="From step"
                value={String(exclusion.from)}
                options={stepOptions(1, last - 1)}
                onChange={step => change(after({ ...exclusion, from: Number(step) }))}
              />
              <Words>and</Words>
              <Choice
                label="To step"
                value={String(exclusion.to)}
                options={stepOptions(exclusion.from + 1, last)}
                onChange={step => change({ ...exclusion, to: Number(step) })}
              />
            </Sentence>
          </div>
        )
      })}
      <div>
        <Button look="quiet" icon="plus" className="h-7 px-2" onPress={() => onChange([...exclusions, { event: '', from: 1, to: last }])}>
          Add exclusion
        </Button>
      </div>
    </>
  )
}

const stepOptions = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => ({ id: String(from + at), label: `step ${from + at}` }))

/** An exclusion ends later than it begins. */
const after = (exclusion: Exclusion): Exclusion => ({ ...exclusion, to: Math.max(exclusion.to, exclusion.from + 1) })
