import { formatBucket, formatNumber, type GridCell, type GridMark, type GridRow } from '@/lib/chart'
import { baseLayout, type Canvas, type FigureJson, type JsonObject } from './drawing'
import { inkOn } from './theme'

const rowHeight = 28
const leastCellWidth = 44
const labelWidth = 110

export function drawGrid(mark: GridMark, canvas: Canvas): FigureJson {
  const { theme, locale } = canvas
  const { rows, periods, unit } = mark
  const columns = periods + 1
  const most = Math.max(0.01, ...rows.flatMap(row => row.cells.slice(1).map(cell => (cell.isAhead ? 0 : (cell.rate ?? 0)))))
  const isNarrow = columns * 52 > canvas.width - labelWidth
  const places = Array.from({ length: columns }, (_, period) => period)
  return {
    data: [
      heat(mark, canvas, most, cell => cell.isComplete, 1),
      heat(mark, canvas, most, cell => !cell.isComplete, paleness),
      figures(mark, canvas, most),
    ],
    layout: {
      ...baseLayout(canvas),
      margin: { l: 8, r: 8, t: 28, b: 8 },
      xaxis: {
        side: 'top',
        range: [-0.5, columns - 0.5],
        tickvals: places,
        ticktext: places.map(period => periodLabel(period, unit, isNarrow)),
        fixedrange: true,
        showgrid: false,
        zeroline: false,
        ticks: '',
      },
      yaxis: {
        range: [rows.length - 0.5, -0.5],
        tickvals: rows.map((_, at) => at),
        ticktext: rows.map(row => rowLabel(row, unit, locale)),
        tickfont: { color: theme.ink },
        fixedrange: true,
        showgrid: false,
        zeroline: false,
        automargin: true,
        ticks: '',
        ticklabelstandoff: 8,
      },
    },
    height: rows.length * rowHeight + 44,
    leastWidth: labelWidth + columns * leastCellWidth,
  }
}

/** Where there is no room for all names, the first says what the others count. */
function periodLabel(period: number, unit: string, isNarrow: boolean): string {
  return isNarrow && period > 0 ? String(period) : `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${period}`
}

function rowLabel(row: GridRow, unit: string, locale: string): string {
  const size = formatNumber(row.size, 'count', locale)
  return row.start === null ? `<b>All · ${size}</b>` : `${formatBucket(row.start, unit, locale, 'short')} · ${size}`
}

/** What is not over yet is pale. */
const paleness = 0.4

const isDrawn = (cell: GridCell): boolean => !cell.isAhead && cell.rate !== null

function heat(
  { rows, unit }: GridMark,
  { theme, locale }: Canvas,
  most: number,
  shows: (cell: GridCell) => boolean,
  opacity: number,
): JsonObject {
  return {
    type: 'heatmap',
    z: rows.map(row => row.cells.map(cell => (shows(cell) && isDrawn(cell) ? cell.rate : null))),
    x: rows[0]?.cells.map((_, period) => period) ?? [],
    y: rows.map((_, at) => at),
    customdata: rows.map(row => row.cells.map((cell, period) => hover(row, cell, period, unit, locale))),
    hovertemplate: '%{customdata}<extra></extra>',
    hoverongaps: false,
    colorscale: theme.scale.map(([at, colour]) => [at, colour]),
    zmin: 0,
    zmax: most,
    opacity,
    showscale: false,
    xgap: 2,
    ygap: 2,
  }
}

/** The rates in the cells, each in the ink that reads best on its cell. */
function figures({ rows }: GridMark, { theme, locale }: Canvas, most: number): JsonObject {
  const drawn = rows.flatMap((row, y) => row.cells.flatMap((cell, x) => (isDrawn(cell) ? [{ cell, x, y }] : [])))
  return {
    type: 'scatter',
    mode: 'text',
    x: drawn.map(({ x }) => x),
    y: drawn.map(({ y }) => y),
    text: drawn.map(({ cell }) => figure(cell, locale)),
    textfont: {
      size: 11,
      color: drawn.map(({ cell }) => (cell.isComplete ? inkOn(Math.min(1, (cell.rate ?? 0) / most), theme) : theme.ink)),
    },
    hoverinfo: 'skip',
  }
}

function figure(cell: GridCell, locale: string): string {
  const text = formatNumber(Math.round((cell.rate ?? 0) * 1000) / 1000, 'rate', locale, 'compact')
  return cell.isComplete ? text : `<i>${text}</i>`
}

function hover(row: GridRow, cell: GridCell, period: number, unit: string, locale: string): string {
  const cohort = row.start === null ? 'All cohorts complete here' : formatBucket(row.start, unit, locale, 'long')
  const lines = [
    `<b>${cohort}</b>, ${unit} ${period}`,
    `${formatNumber(cell.rate, 'rate', locale)}: ${formatNumber(cell.returned, 'count', locale)} of ${formatNumber(cell.of, 'count', locale)} users came back`,
  ]
  return [...lines, ...(cell.isComplete ? [] : ['Not over yet: may still rise'])].join('<br>')
}
