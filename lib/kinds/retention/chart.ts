import {
  type AnswerMoment,
  assignGroupColours,
  type ChartSpec,
  type Drawing,
  firstDayAfter,
  type GridCell,
  type GridRow,
  groupKey,
  groupLabel,
  type Headline,
  localDay,
  type PlottedSeries,
  type Table,
  type TableColumn,
} from '@/lib/chart'
import type { Cohort, RetentionAnswer, RetentionGroup } from './answer'
import type { RetentionDocument } from './document'
import { retentionSummary } from './summary'

type Answer = RetentionAnswer & { readonly meta?: AnswerMoment }

/** A grid of cohorts by period, and the curve of all cohorts or of each group. */
export function retentionChart(answer: Answer, document: RetentionDocument): ChartSpec {
  const isBrokenDown = answer.groups.length > 0
  const drawings = [drawGrid(answer), drawCurve(answer)]
  return {
    title: retentionSummary(document),
    headlines: headlines(answer),
    drawings: isBrokenDown ? drawings.toReversed() : drawings,
    table: isBrokenDown ? groupTable(answer) : cohortTable(answer),
    notes: notes(answer),
  }
}

const periodName = (unit: string, period: number): string => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${period}`

function headlines({ overall, unit, periods }: RetentionAnswer): readonly Headline[] {
  const shown = [...new Set([1, Math.ceil(periods / 2), periods])]
  const rates = shown.map(
    (period): Headline => ({
      key: `period${period}`,
      label: periodName(unit, period),
      value: overall.rates[period] ?? null,
      format: 'rate',
    }),
  )
  return [...rates, { key: 'size', label: 'Users', value: overall.size, format: 'count', detail: 'in all cohorts' }]
}

function drawGrid(answer: Answer): Drawing {
  const all: GridRow = {
    start: null,
    size: answer.overall.size,
    cells: answer.overall.rates.map((rate, period) => ({
      returned: answer.overall.returned[period] ?? 0,
      of: answer.overall.eligible[period] ?? 0,
      rate,
      isComplete: true,
      isAhead: rate === null,
    })),
  }
  const rows = [all, ...answer.cohorts.map(cohort => ({ start: cohort.start, size: cohort.size, cells: cellsOf(cohort, answer) }))]
  return { name: 'grid', label: 'Cohorts', mark: { mark: 'grid', unit: answer.unit, periods: answer.periods, rows } }
}

function cellsOf(cohort: Cohort, { unit, meta }: Answer): readonly GridCell[] {
  const today = meta === undefined ? null : localDay(meta)
  return cohort.returned.map((returned, period) => ({
    returned,
    of: cohort.size,
    rate: cohort.size === 0 ? null : returned / cohort.size,
    isComplete: cohort.complete[period] ?? false,
    isAhead: today !== null && firstDayAfter(cohort.start, unit, period) > today,
  }))
}

function drawCurve(answer: RetentionAnswer): Drawing {
  const groups = answer.groups.length > 0 ? answer.groups : [answer.overall]
  const colourOf = assignGroupColours(groups.map(({ group }) => group))
  const series = groups.map(
    ({ group, rates }): PlottedSeries => ({
      key: groupKey(group),
      label: labelOf({ group }),
      colour: group.length === 0 ? 0 : colourOf(group),
      format: 'rate',
      values: rates,
      total: rates[1] ?? null,
      isComparison: false,
      incompleteFrom: null,
    }),
  )
  const positions = { type: 'period', unit: answer.unit, count: answer.periods + 1 } as const
  return { name: 'curve', label: 'Curve', mark: { mark: 'line', positions, series, format: 'rate' } }
}

const labelOf = ({ group }: Pick<RetentionGroup, 'group'>): string => (group.length === 0 ? 'All cohorts' : groupLabel(group))

const periodColumns = ({ unit, periods }: RetentionAnswer): readonly TableColumn[] =>
  Array.from({ length: periods + 1 }, (_, period) => ({
    key: `period${period}`,
    label: periodName(unit, period),
    holds: 'number',
    format: 'rate',
  }))

function cohortTable(answer: Answer): Table {
  return {
    columns: [
      { key: 'cohort', label: 'Cohort', holds: 'bucket', interval: answer.unit },
      { key: 'size', label: 'Users', holds: 'number', format: 'count' },
      ...periodColumns(answer),
    ],
    rows: answer.cohorts.map(cohort => [
      cohort.start,
      cohort.size,
      ...cellsOf(cohort, answer).map(cell => (cell.isAhead ? null : cell.rate)),
    ]),
  }
}

function groupTable(answer: RetentionAnswer): Table {
  return {
    columns: [
      { key: 'group', label: 'Group', holds: 'text' },
      { key: 'size', label: 'Users', holds: 'number', format: 'count' },
      ...periodColumns(answer),
    ],
    rows: [answer.overall, ...answer.groups].map(group => [labelOf(group), group.size, ...group.rates]),
  }
}

function notes(answer: Answer): readonly string[] {
  const isOpen = answer.cohorts.some(cohort => cellsOf(cohort, answer).some(cell => !cell.isComplete && !cell.isAhead))
  return isOpen ? ['Pale cells in italics are not over yet and may still rise; the row of all cohorts leaves them out.'] : []
}
