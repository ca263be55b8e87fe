import type { PlottedSeries, Table, TableColumn } from '@/lib/chart'
import type { SegmentationAnswer } from './answer'

/** Up to this many series stand side by side, one row a bucket; more become rows themselves. */
const mostColumns = 6

/** Buckets down and series across; where these are too many for columns, one row for each series. */
export function segmentationTable(answer: SegmentationAnswer, series: readonly PlottedSeries[]): Table {
  if (answer.interval === 'none') return totals(series)
  return series.length <= mostColumns ? byBucket(answer, series) : bySeries(answer, series)
}

function byBucket(answer: SegmentationAnswer, series: readonly PlottedSeries[]): Table {
  return {
    columns: [
      { key: 'bucket', label: title(answer.interval), holds: 'bucket', interval: answer.interval },
      ...series.map(({ key, label, format }): TableColumn => ({ key, label, holds: 'number', format })),
    ],
    rows: answer.buckets.map((bucket, at) => [bucket, ...series.map(({ values }) => values[at] ?? null)]),
  }
}

function bySeries(answer: SegmentationAnswer, series: readonly PlottedSeries[]): Table {
  const format = series.every(one => one.format === 'count') ? 'count' : 'decimal'
  return {
    columns: [
      ...totals(series).columns,
      ...answer.buckets.map((bucket): TableColumn => ({ key: bucket, label: bucket, holds: 'number', format })),
    ],
    rows: series.map(({ label, total, values }) => [label, total, ...values]),
  }
}

function totals(series: readonly PlottedSeries[]): Table {
  const format = series.every(one => one.format === series[0]?.format) ? (series[0]?.format ?? 'count') : 'decimal'
  return {
    columns: [
      { key: 'series', label: 'Series', holds: 'text' },
      { key: 'total', label: 'Total', holds: 'number', format },
    ],
    rows: series.map(({ label, total }) => [label, total]),
  }
}

const title = (interval: string): string => interval.charAt(0).toUpperCase() + interval.slice(1)
