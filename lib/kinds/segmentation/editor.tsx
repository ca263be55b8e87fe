'use client'

import { type ReactNode, useState } from 'react'
import {
  compact,
  EnvelopeEditor,
  MeasurePicker,
  orAbsent,
  ProblemNote,
  placeIn,
  rowActions,
  Section,
  SelectionRow,
  Words,
} from '@/components/editor'
import { Button, Choice } from '@/components/ui'
import { anyEvent, namedEvents } from '@/lib/parts/selection'
import { type SegmentationDocument, type Series, segmentationIntervals } from './document'
import { FormulaRows } from './formula-rows'
import { TransformEditor } from './transform-editor'

interface SegmentationEditorProps {
  readonly document: SegmentationDocument
  readonly onChange: (document: SegmentationDocument) => void
}

const mostSeries = 12

const intervals = segmentationIntervals.map(id => ({ id, label: id === 'none' ? 'no interval (one number)' : id }))

export function SegmentationEditor({ document, onChange }: SegmentationEditorProps): ReactNode {
  const [added, setAdded] = useState<number | null>(null)
  const { series } = document
  const change = (fields: Partial<SegmentationDocument>) => onChange(compact({ ...document, ...fields }))
  const changeSeries = (changed: readonly Series[]) => change({ series: [...changed] })
  return (
    <>
      <Section title="Series">
        {series.map((one, at) => (
          <SelectionRow
            key={placeIn('series', at)}
            selection={{ ...one, event: one.event ?? anyEvent }}
            path={placeIn('series', at)}
            badge={String.fromCharCode(65 + at)}
            startsOpen={added === at}
            lead={
              <MeasurePicker
                measure={one.measure ?? 'entities'}
                events={namedEvents(one.event ?? anyEvent)}
                path={`${placeIn('series', at)}.measure`}
                onChange={measure => changeSeries(series.with(at, { ...one, measure }))}
              />
            }
            actions={rowActions(series, at, { least: 1, most: mostSeries }, changeSeries)}
            onChange={changed => changeSeries(series.with(at, changed))}
          />
        ))}
        <FormulaRows formulas={document.formulas ?? []} onChange={formulas => change({ formulas: orAbsent(formulas) })} />
        <ProblemNote path="series" />
        <div className="flex gap-1">
          <Button
            look="quiet"
            icon="plus"
            className="h-7 px-2"
            isDisabled={series.length >= mostSeries}
            onPress={() => {
              setAdded(series.length)
              changeSeries([...series, { event: '', measure: series.at(-1)?.measure ?? 'entities' }])
            }}
          >
            Add series
          </Button>
          <Button
            look="quiet"
            icon="plus"
            className="h-7 px-2"
            onPress={() =>
              change({ formulas: [...(document.formulas ?? []), { formula: series.length > 1 ? 'A / B * 100' : 'A', format: 'percent' }] })
            }
          >
            Add formula
          </Button>
        </div>
      </Section>
      <EnvelopeEditor
        document={document}
        events={eventsOf(series)}
        onChange={onChange}
        lead={
          <>
            <Words>by</Words>
            <Choice label="Interval" value={document.interval ?? 'day'} options={intervals} onChange={interval => change({ interval })} />
            <ProblemNote path="interval" />
          </>
        }
        more={<TransformEditor document={document} onChange={change} />}
      />
    </>
  )
}

function eventsOf(series: readonly Series[]): readonly string[] | null {
  const names = series.map(({ event }) => namedEvents(event ?? anyEvent))
  return names.includes(null) ? null : names.flatMap(list => list ?? [])
}
