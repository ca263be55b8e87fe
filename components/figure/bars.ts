import { type BarMark, formatNumber, type PlottedSeries, type RankingMark } from '@/lib/chart'
import { positionAxis, positionName, valueAxis } from './axes'
import { baseLayout, type Canvas, type FigureJson, type JsonObject, plainText, shorten } from './drawing'
import { paint } from './theme'
import { roundTicks } from './ticks'

export function drawBars(mark: BarMark, canvas: Canvas): FigureJson {
  const { positions, series, arrangement } = mark
  const isShare = arrangement === 'share'
  const sums = series[0]?.values.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0)) ?? []
  const scaled = isShare ? series.map(one => ({ ...one, values: one.values.map((value, at) => share(value, sums[at])) })) : series
  const heights = arrangement === 'grouped' ? series.flatMap(one => one.values.map(value => value ?? 0)) : sums
  return {
    data: scaled.map((one, at) => barTrace(one, series[at] ?? one, mark, canvas)),
    layout: {
      ...baseLayout(canvas),
      barmode: arrangement === 'grouped' ? 'group' : 'stack',
      bargap: 0.25,
      bargroupgap: 0.05,
      xaxis: { ...positionAxis(positions, canvas), showspikes: false },
      yaxis: isShare ? valueAxis(0, 1, 'rate', canvas) : valueAxis(Math.min(0, ...heights), Math.max(0, ...heights), mark.format, canvas),
    },
    height: 340,
  }
}

const share = (value: number | null, sum: number | undefined): number | null =>
  value === null || sum === undefined || sum === 0 ? null : value / sum

function barTrace(drawn: PlottedSeries, exact: PlottedSeries, { positions, arrangement }: BarMark, { theme, locale }: Canvas): JsonObject {
  const colour = paint(drawn.colour, theme)
  const isOpen = (at: number) => drawn.incompleteFrom !== null && at >= drawn.incompleteFrom
  return {
    type: 'bar',
    name: plainText(drawn.label),
    x: drawn.values.map((_, at) => at),
    y: drawn.values,
    opacity: drawn.isComparison ? 0.45 : 1,
    marker: {
      color: colour,
      line: { width: 0 },
      pattern: {
        fillmode: 'overlay',
        shape: drawn.values.map((_, at) => (isOpen(at) ? '/' : '')),
        fgcolor: theme.surface,
        solidity: 0.35,
        size: 6,
      },
    },
    customdata: drawn.values.map((value, at) => [
      positionName(positions, at, locale),
      formatNumber(exact.values[at] ?? null, exact.format, locale) +
        (arrangement === 'share' ? ` (${formatNumber(value, 'rate', locale)})` : ''),
    ]),
    hovertemplate: `%{customdata[0]}<br><b>%{customdata[1]}</b> ${plainText(drawn.label)}<extra></extra>`,
  }
}

export function drawRanking({ rows, format }: RankingMark, canvas: Canvas): FigureJson {
  const { theme, locale, width } = canvas
  const values = rows.map(({ value }) => value ?? 0)
  const ticks = roundTicks(Math.min(0, ...values), Math.max(0, ...values), width < 500 ? 3 : 5)
  return {
    data: [
      {
        type: 'bar',
        orientation: 'h',
        x: rows.map(({ value }) => value),
        y: rows.map((_, at) => at),
        text: rows.map(({ value }) => formatNumber(value, format, locale)),
        textposition: 'outside',
        cliponaxis: false,
        textfont: { color: theme.ink },
        marker: {
          color: rows.map(({ colour }) => paint(colour, theme)),
          opacity: rows.map(({ isComparison }) => (isComparison ? 0.45 : 1)),
        },
        customdata: rows.map(({ label }) => plainText(label)),
        hovertemplate: '%{customdata}<br><b>%{text}</b><extra></extra>',
      },
    ],
    layout: {
      ...baseLayout(canvas),
      margin: { l: 8, r: 72, t: 8, b: 32 },
      bargap: 0.3,
      xaxis: {
        tickvals: ticks,
        ticktext: ticks.map(tick => formatNumber(tick, format, locale, 'compact')),
        gridcolor: theme.line,
        zeroline: false,
        fixedrange: true,
      },
      yaxis: {
        tickvals: rows.map((_, at) => at),
        ticktext: rows.map(({ label }) => plainText(shorten(label, width < 500 ? 16 : 32))),
        autorange: 'reversed',
        fixedrange: true,
        automargin: true,
        ticklabelstandoff: 8,
      },
    },
    height: Math.max(140, rows.length * 34 + 56),
  }
}
