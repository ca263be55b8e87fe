import type { ChartSpec } from '@/lib/chart'
import { funnelChart } from '@/lib/kinds/funnel/chart'
import type { FunnelDocument } from '@/lib/kinds/funnel/document'
import { retentionChart } from '@/lib/kinds/retention/chart'
import type { RetentionDocument } from '@/lib/kinds/retention/document'
import { segmentationChart } from '@/lib/kinds/segmentation/chart'
import type { SegmentationDocument } from '@/lib/kinds/segmentation/document'
import * as answers from './answers'

export interface Exhibit {
  readonly name: string
  readonly spec: ChartSpec
}

const range = { last: 30, unit: 'day' } as const
const saved: SegmentationDocument = { kind: 'segmentation', range, interval: 'day', series: [{ event: 'file_saved', measure: 'entities' }] }
const steps: FunnelDocument = {
  kind: 'funnel',
  range,
  steps: [{ event: 'signup' }, { event: 'trial_started' }, { event: 'file_saved' }, { event: 'subscription_paid' }],
  interval: 'week',
}
const back: RetentionDocument = { kind: 'retention', range, start: { event: 'signup' }, return: { event: '*' }, unit: 'week', periods: 8 }
const durations: SegmentationDocument = {
  ...saved,
  series: [
    { event: 'file_saved', measure: { agg: 'avg', property: 'event.duration' } },
    { event: 'file_saved', measure: { agg: 'p90', property: 'event.duration' } },
  ],
}

const at = <Answer>(answer: Answer) => ({ ...answer, meta: answers.moment })

/** Every kind in every form it can take. */
export const exhibits: readonly Exhibit[] = [
  { name: 'one-series', spec: segmentationChart(at(answers.oneSeries), saved) },
  { name: 'compared', spec: segmentationChart(at(answers.compared), { ...saved, compare: { shift: 1, unit: 'month' } }) },
  { name: 'broken-down', spec: segmentationChart(at(answers.brokenDown), { ...saved, breakdown: ['event.plan'] }) },
  { name: 'with-gaps', spec: segmentationChart(at(answers.withGaps), durations) },
  { name: 'hostile', spec: segmentationChart(at(answers.hostile), { ...saved, breakdown: ['event.name'] }) },
  { name: 'funnel', spec: funnelChart(at(answers.funnel), steps) },
  { name: 'funnel-broken-down', spec: funnelChart(at(answers.funnelBrokenDown), { ...steps, breakdown: ['event.source'] }) },
  { name: 'retention', spec: retentionChart(at(answers.retention), back) },
  { name: 'retention-broken-down', spec: retentionChart(at(answers.retentionBrokenDown), { ...back, breakdown: ['event.plan'] }) },
]
