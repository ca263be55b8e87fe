import { type AreaMark, formatNumber, type LineMark, type PlottedSeries } from '@/lib/chart'
import { positionAxis, positionName, valueAxis } from './axes'
import { baseLayout, type Canvas, type FigureJson, type JsonObject, plainText } from './drawing'
import { paint, withAlpha } from './theme'

export function drawLines({ positions, series, format }: LineMark, canvas: Canvas): FigureJson {
  const values = series.flatMap(one => one.values.filter(value => value !== null))
  return {
    data: series.flatMap(one => lineTraces(one, canvas, at => positionName(positions, at, canvas.locale))),
    layout: {
      ...baseLayout(canvas),
      xaxis: positionAxis(positions, canvas),
      yaxis: valueAxis(Math.min(0, ...values), Math.max(0, ...values), format, canvas),
    },
    height: 340,
  }
}

/** The finished part is solid; the part that may still change follows dashed, from the last finished value on. */
function lineTraces(series: PlottedSeries, canvas: Canvas, nameAt: (at: number) => string): readonly JsonObject[] {
  const from = series.incompleteFrom
  const finished = from === null ? series.values : series.values.slice(0, from)
  const solid = lineTrace(series, finished, 0, canvas, nameAt, series.isComparison ? 'dot' : 'solid')
  if (from === null) return [solid]
  const start = Math.max(0, from - 1)
  return [solid, lineTrace(series, series.values.slice(start), start, canvas, nameAt, dashes)]
}

/** Short enough that a single step of a line still shows several. */
const dashes = '4px,3px'

function lineTrace(
  series: PlottedSeries,
  values: readonly (number | null)[],
  start: number,
  canvas: Canvas,
  nameAt: (at: number) => string,
  dash: string,
): JsonObject {
  const colour = paint(series.colour, canvas.theme)
  const isLonely = values.filter(value => value !== null).length === 1
  return {
    type: 'scatter',
    mode: isLonely || values.length <= 31 ? 'lines+markers' : 'lines',
    name: plainText(series.label),
    x: values.map((_, at) => start + at),
    y: values,
    connectgaps: false,
    opacity: series.isComparison ? 0.6 : 1,
    line: { color: colour, width: 2, dash, shape: 'linear' },
    marker: {
      color: dash === dashes ? canvas.theme.surface : colour,
      size: isLonely ? 7 : 4.5,
      line: { color: colour, width: dash === dashes ? 1.5 : 0 },
    },
    customdata: values.map((value, at) => [nameAt(start + at), formatNumber(value, series.format, canvas.locale)]),
    hovertemplate: `%{customdata[0]}<br><b>%{customdata[1]}</b> ${plainText(series.label)}<extra></extra>`,
  }
}

export function drawAreas({ positions, series, format }: AreaMark, canvas: Canvas): FigureJson {
  const heights = series[0]?.values.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0)) ?? []
  const nameAt = (at: number) => positionName(positions, at, canvas.locale)
  return {
    // The first series of the ranking lies at the bottom, where its own course is read best.
    data: series.map(one => {
      const colour = paint(one.colour, canvas.theme)
      return {
        ...lineTrace(
          { ...one, isComparison: false },
          one.values.map(value => value ?? 0),
          0,
          canvas,
          nameAt,
          'solid',
        ),
        mode: 'lines',
        stackgroup: 'all',
        fillcolor: withAlpha(colour, 0.55),
        line: { color: colour, width: 1 },
      }
    }),
    layout: {
      ...baseLayout(canvas),
      xaxis: positionAxis(positions, canvas),
      yaxis: valueAxis(0, Math.max(0, ...heights), format, canvas),
    },
    height: 340,
  }
}
