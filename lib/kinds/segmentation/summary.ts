import { breakdownInWords, rangeInWords, selectionInWords, whereInWords } from '@/lib/chart'
import type { Measure, SegmentationDocument, Series } from './document'

/** The question as a sentence. */
export function segmentationSummary(document: SegmentationDocument): string {
  const series = document.series.map(seriesInWords).join('; ')
  const by = document.interval === 'none' ? '' : ` by ${document.interval ?? 'day'},`
  return `${series},${by} ${rangeInWords(document.range)}${breakdownInWords(document.breakdown)}${whereInWords(document.where)}`
}

function seriesInWords(series: Series): string {
  const selection = selectionInWords({ ...series, event: series.event ?? '*' })
  return `${measureInWords(series.measure ?? 'entities')} ${selection}`
}

const counts = {
  entities: 'Unique users of',
  events: 'Number of',
  eventsPerEntity: 'Events per user of',
  population: 'All users',
} as const

function measureInWords(measure: Measure): string {
  if (typeof measure === 'string') return counts[measure]
  if ('active' in measure) return `Users active within ${measure.active} ${measure.active === 1 ? 'day' : 'days'} in`
  return `${aggregateNames[measure.agg]} of ${measure.property.slice(measure.property.indexOf('.') + 1)} over`
}

const aggregateNames = {
  sum: 'Sum',
  avg: 'Average',
  min: 'Minimum',
  max: 'Maximum',
  median: 'Median',
  p25: '25th percentile',
  p75: '75th percentile',
  p90: '90th percentile',
  p95: '95th percentile',
  p99: '99th percentile',
  distinct: 'Distinct values',
} as const
