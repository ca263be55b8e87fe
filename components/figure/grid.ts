import { formatBucket, formatNumber, type GridCell, type GridMark, type GridRow } from '@/lib/chart'
import { baseLayout, type Canvas, type FigureJson, type JsonObject } from './drawing'

const rowHeight = 28
/** Narrower cells show their colour alone. */
const leastTextWidth = 38

export function drawGrid(mark: GridMark, canvas: Canvas): FigureJson {
  const { theme, locale, width } = canvas
  const { rows, periods, unit } = mark
  const columns = periods + 1
  const hasText = (width - 150) / columns >= leastTextWidth
  const most = Math.max(0.01, ...rows.flatMap(row => row.cells.slice(1).map(cell => (cell.isAhead ? 0 : (cell.rate ?? 0)))))
  const places = Array.from({ length: columns }, (_, period) => period).filter(period => hasText || period % 5 === 0)
  return {
    data: [
      heat(mark, canvas, most, hasText, cell => cell.isComplete, 1),
      heat(mark, canvas, most, hasText, cell => !cell.isComplete, 0.45),
    ],
    layout: {
      ...baseLayout(canvas),
      margin: { l: 8, r: 8, t: 28, b: 8 },
      xaxis: {
        side: 'top',
        range: [-0.5, columns - 0.5],
        tickvals: places,
        ticktext: places.map(period => (columns > 10 ? String(period) : `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${period}`)),
        fixedrange: true,
        showgrid: false,
        zeroline: false,
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
        ticklabelstandoff: 8,
      },
    },
    height: rows.length * rowHeight + 44,
  }
}

function rowLabel(row: GridRow, unit: string, locale: string): string {
  const size = formatNumber(row.size, 'count', locale)
  return row.start === null ? `<b>All · ${size}</b>` : `${formatBucket(row.start, unit, locale, 'short')} · ${size}`
}

function heat(
  { rows, unit }: GridMark,
  { theme, locale }: Canvas,
  most: number,
  hasText: boolean,
  shows: (cell: GridCell) => boolean,
  opacity: number,
): JsonObject {
  const drawn = (cell: GridCell): boolean => shows(cell) && !cell.isAhead && cell.rate !== null
  const isItalic = opacity < 1
  return {
    type: 'heatmap',
    z: rows.map(row => row.cells.map(cell => (drawn(cell) ? cell.rate : null))),
    x: rows[0]?.cells.map((_, period) => period) ?? [],
    y: rows.map((_, at) => at),
    text: rows.map(row =>
      row.cells.map(cell => (drawn(cell) ? mark(formatNumber(Math.round((cell.rate ?? 0) * 1000) / 1000, 'rate', locale), isItalic) : '')),
    ),
    texttemplate: hasText ? '%{text}' : '',
    textfont: { size: 11, ...(isItalic ? { color: theme.ink } : {}) },
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

const mark = (text: string, isItalic: boolean): string => (isItalic ? `<i>${text}</i>` : text)

function hover(row: GridRow, cell: GridCell, period: number, unit: string, locale: string): string {
  const cohort = row.start === null ? 'All cohorts complete here' : formatBucket(row.start, unit, locale, 'long')
  const lines = [
    `<b>${cohort}</b>, ${unit} ${period}`,
    `${formatNumber(cell.rate, 'rate', locale)}: ${formatNumber(cell.returned, 'count', locale)} of ${formatNumber(cell.of, 'count', locale)} users came back`,
  ]
  return [...lines, ...(cell.isComplete ? [] : ['Not over yet: may still rise'])].join('<br>')
}
