import {
  type AnswerMoment,
  assignGroupColours,
  type BarMark,
  type ChartSpec,
  type Colour,
  type Drawing,
  groupKey,
  groupLabel,
  type Headline,
  isUnfinished,
  type NumberFormat,
  type PlottedSeries,
  paletteSize,
} from '@/lib/chart'
import type { SegmentationAnswer, SegmentationEntry } from './answer'
import type { Measure, SegmentationDocument } from './document'
import { segmentationSummary } from './summary'
import { segmentationTable } from './table'

type Answer = SegmentationAnswer & { readonly meta?: AnswerMoment }

/** Lines, areas, bars, totals or one number, all from the same answer. */
export function segmentationChart(answer: Answer, document: SegmentationDocument): ChartSpec {
  const series = plotSeries(answer, document)
  return {
    title: segmentationSummary(document),
    headlines: headlines(series, document),
    drawings: answer.interval === 'none' ? drawTotals(series) : [...drawOverTime(answer, document, series), ...drawTotals(series)],
    table: segmentationTable(answer, series),
    notes: notes(answer, series),
  }
}

function plotSeries(answer: Answer, document: SegmentationDocument): readonly PlottedSeries[] {
  const colourOf = colours(answer.series)
  const labels = seriesLabels(answer.series)
  return answer.series.map(entry => ({
    key: `${entry.series}${groupKey(entry.group)}${entry.compare ? 'earlier' : ''}`,
    label: labels(entry) + (entry.compare ? `, ${earlier(document)}` : ''),
    colour: colourOf(entry),
    format: formatOf(entry.series, document),
    values: entry.values,
    total: entry.total,
    isComparison: entry.compare === true,
    incompleteFrom: entry.compare ? null : incompleteFrom(answer),
  }))
}

/** Groups have the colours of their values; without a breakdown a series has the colour of its place. */
function colours(entries: readonly SegmentationEntry[]): (entry: SegmentationEntry) => Colour {
  const names = [...new Set(entries.map(entry => entry.series))]
  if (!isBrokenDown(entries)) return entry => names.indexOf(entry.series) % paletteSize
  if (names.length === 1) {
    const byGroup = assignGroupColours(entries.map(entry => entry.group))
    return entry => byGroup(entry.group)
  }
  const keyOf = (entry: SegmentationEntry) => (typeof entry.group === 'string' ? entry.group : [entry.series, ...entry.group])
  const byPair = assignGroupColours(entries.map(keyOf))
  return entry => byPair(keyOf(entry))
}

function seriesLabels(entries: readonly SegmentationEntry[]): (entry: SegmentationEntry) => string {
  const labelOf = new Map(entries.map(entry => [entry.series, entry.label]))
  const isAmbiguous = new Set(labelOf.values()).size < labelOf.size
  const nameOf = (entry: SegmentationEntry) => (isAmbiguous ? `${entry.series}. ${entry.label}` : entry.label)
  if (!isBrokenDown(entries)) return nameOf
  return labelOf.size === 1 ? entry => groupLabel(entry.group) : entry => `${nameOf(entry)}: ${groupLabel(entry.group)}`
}

const isBrokenDown = (entries: readonly SegmentationEntry[]): boolean => entries.some(entry => entry.group.length > 0)

function formatOf(name: string, document: SegmentationDocument): NumberFormat {
  if (name.startsWith('F')) {
    const formula = document.formulas?.[Number(name.slice(1)) - 1]
    if (formula !== undefined) return formula.format === 'percent' ? 'percent' : 'decimal'
  }
  if (document.transform?.type === 'rolling') return 'decimal'
  return isCount(document.series[name.charCodeAt(0) - 65]?.measure) ? 'count' : 'decimal'
}

function isCount(measure: Measure | undefined): boolean {
  if (measure === undefined) return true
  if (typeof measure === 'string') return measure !== 'eventsPerEntity'
  return 'active' in measure || measure.agg === 'distinct'
}

/** Values of parts that make a whole can be stacked; averages and formulas can't. */
function canBeStacked(document: SegmentationDocument): boolean {
  if ((document.formulas ?? []).length > 0) return false
  return document.series.every(
    ({ measure }) => isCount(measure) || (typeof measure === 'object' && 'agg' in measure && measure.agg === 'sum'),
  )
}

function incompleteFrom(answer: Answer): number | null {
  const last = answer.buckets.length - 1
  const bucket = answer.buckets[last]
  if (bucket === undefined || answer.meta === undefined || answer.interval === 'none') return null
  return isUnfinished(bucket, answer.interval, answer.meta) ? last : null
}

function drawOverTime(answer: Answer, document: SegmentationDocument, series: readonly PlottedSeries[]): readonly Drawing[] {
  const positions = { type: 'time', interval: answer.interval, buckets: answer.buckets } as const
  const format = commonFormat(series)
  const main = series.filter(one => !one.isComparison)
  const bars = (arrangement: BarMark['arrangement'], shown: readonly PlottedSeries[]): BarMark => ({
    mark: 'bar',
    arrangement,
    positions,
    series: shown,
    format,
  })
  const line: Drawing = { name: 'line', label: 'Lines', mark: { mark: 'line', positions, series, format } }
  const grouped: Drawing = { name: 'grouped', label: 'Bars', mark: bars('grouped', series) }
  if (main.length < 2 || !canBeStacked(document)) return [line, grouped]
  return [
    line,
    { name: 'area', label: 'Areas', mark: { mark: 'area', positions, series: main, format } },
    grouped,
    { name: 'stacked', label: 'Stacked bars', mark: bars('stacked', main) },
    { name: 'share', label: '100 % bars', mark: bars('share', main) },
  ]
}

function drawTotals(series: readonly PlottedSeries[]): readonly Drawing[] {
  const rows = series.map(({ key, label, colour, total, isComparison }) => ({ key, label, colour, value: total, isComparison }))
  const number: Drawing = { name: 'number', label: 'Numbers', mark: { mark: 'number', headlines: series.map(asHeadline) } }
  const totals: Drawing = { name: 'totals', label: 'Totals', mark: { mark: 'ranking', rows, format: commonFormat(series) } }
  return series.length === 1 ? [number] : [totals, number]
}

function commonFormat(series: readonly PlottedSeries[]): NumberFormat {
  const formats = new Set(series.map(one => one.format))
  return formats.size === 1 ? (series[0]?.format ?? 'count') : 'decimal'
}

const asHeadline = ({ key, label, total, format, colour }: PlottedSeries): Headline => ({ key, label, value: total, format, colour })

const mostHeadlines = 4

function headlines(series: readonly PlottedSeries[], document: SegmentationDocument): readonly Headline[] {
  const main = series.filter(one => !one.isComparison)
  const earlierOnes = series.filter(one => one.isComparison)
  return main.slice(0, mostHeadlines).map((one, at) => {
    const before = earlierOnes[at]
    if (before === undefined) return asHeadline(one)
    const ratio = one.total === null || before.total === null || before.total === 0 ? null : one.total / before.total - 1
    return { ...asHeadline(one), change: { ratio, against: earlier(document) } }
  })
}

function earlier({ compare }: SegmentationDocument): string {
  if (compare === undefined) return 'earlier'
  return `${compare.shift} ${compare.unit}${compare.shift === 1 ? '' : 's'} earlier`
}

function notes(answer: Answer, series: readonly PlottedSeries[]): readonly string[] {
  const isOpen = series.some(one => one.incompleteFrom !== null)
  return isOpen ? [`The last ${answer.interval} is not over yet: its values are drawn dashed and will still grow.`] : []
}
