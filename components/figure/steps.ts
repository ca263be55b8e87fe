import { formatNumber, type StepsGroup, type StepsMark } from '@/lib/chart'
import { baseLayout, type Canvas, type FigureJson, type JsonObject, plainText, shorten } from './drawing'
import { paint } from './theme'

/** Each step's bar stands in the shadow of those who got to the step before: the shadow is what was lost. */
export function drawSteps({ steps, groups }: StepsMark, canvas: Canvas): FigureJson {
  const { theme, locale, width } = canvas
  const isSingle = groups.length === 1
  const labelLength = Math.max(4, Math.floor((width - 60) / steps.length / 8) - 2)
  return {
    data: groups.flatMap(group => [reachedTrace(group, steps, canvas, groups.length), lostTrace(group, steps, canvas)]),
    layout: {
      ...baseLayout(canvas),
      margin: { l: 48, r: 12, t: 28, b: isSingle ? 64 : 36 },
      barmode: 'group',
      bargap: isSingle ? 0.45 : 0.25,
      bargroupgap: 0.06,
      xaxis: {
        tickvals: steps.map((_, at) => at),
        ticktext: steps.map((label, at) => tickLabel(label, at, labelLength, isSingle ? groups[0] : undefined, canvas)),
        tickangle: 0,
        fixedrange: true,
        linecolor: theme.line,
        tickfont: { color: theme.ink, size: 12 },
      },
      yaxis: {
        range: [0, 1.04],
        tickvals: [0, 0.25, 0.5, 0.75, 1],
        ticktext: [0, 0.25, 0.5, 0.75, 1].map(tick => formatNumber(tick, 'rate', locale, 'compact')),
        gridcolor: theme.line,
        zeroline: false,
        fixedrange: true,
        automargin: true,
      },
      annotations: isSingle && width / steps.length > 110 ? passages(groups[0], canvas) : [],
    },
    height: 380,
  }
}

const rateOf = (part: number | undefined, whole: number | undefined): number => (part === undefined || !whole ? 0 : part / whole)

/** From this many characters on there is room for words below a bar. */
const longWords = 12

function tickLabel(label: string, at: number, length: number, group: StepsGroup | undefined, { locale }: Canvas): string {
  const name = `<b>${at + 1}</b> ${plainText(shorten(label, length))}`
  if (group === undefined) return name
  const seconds = group.medianSeconds[at]
  const time =
    seconds === null || seconds === undefined || length < longWords ? '' : `<br>median ${formatNumber(seconds, 'seconds', locale)}`
  return `${name}<br>${formatNumber(group.counts[at] ?? 0, 'count', locale)}${length < longWords ? '' : ' users'}${time}`
}

/** A narrower bar has no room for its rate. */
const leastTextWidth = 34

function reachedTrace(group: StepsGroup, steps: readonly string[], { theme, locale, width }: Canvas, groupCount: number): JsonObject {
  const isSingle = groupCount === 1
  const hasText = (width * 0.7) / steps.length / groupCount >= leastTextWidth
  const rates = group.counts.map(count => rateOf(count, group.counts[0]))
  return {
    type: 'bar',
    name: plainText(group.label),
    offsetgroup: group.key,
    x: steps.map((_, at) => at),
    y: rates,
    text: hasText ? rates.map(rate => formatNumber(isSingle ? rate : Math.round(rate * 100) / 100, 'rate', locale, 'compact')) : [],
    textposition: 'inside',
    insidetextanchor: 'end',
    textangle: 0,
    insidetextfont: { color: theme.surface, size: isSingle ? 13 : 11 },
    constraintext: 'none',
    marker: { color: paint(group.colour, theme) },
    customdata: hovers(group, steps, locale),
    hovertemplate: '%{customdata}<extra></extra>',
  }
}

function lostTrace(group: StepsGroup, steps: readonly string[], { theme, locale }: Canvas): JsonObject {
  const reached = group.counts.map(count => rateOf(count, group.counts[0]))
  return {
    type: 'bar',
    name: plainText(group.label),
    offsetgroup: group.key,
    x: steps.map((_, at) => at),
    base: reached,
    y: reached.map((rate, at) => Math.max(0, (at === 0 ? rate : (reached[at - 1] ?? rate)) - rate)),
    marker: { color: theme.lost, pattern: { fillmode: 'overlay', shape: '/', fgcolor: theme.surface, solidity: 0.3, size: 7 } },
    customdata: hovers(group, steps, locale),
    hovertemplate: '%{customdata}<extra></extra>',
  }
}

function hovers(group: StepsGroup, steps: readonly string[], locale: string): readonly string[] {
  return steps.map((label, at) => {
    const count = group.counts[at] ?? 0
    const before = group.counts[at - 1]
    const seconds = group.medianSeconds[at]
    const lines = [
      `<b>${at + 1}. ${plainText(label)}</b>${group.label === 'All' ? '' : ` · ${plainText(group.label)}`}`,
      `${formatNumber(count, 'count', locale)} users, ${formatNumber(rateOf(count, group.counts[0]), 'rate', locale)} of the first step`,
    ]
    if (before !== undefined) {
      lines.push(
        `${formatNumber(rateOf(count, before), 'rate', locale)} of the step before; ${formatNumber(before - count, 'count', locale)} lost`,
      )
    }
    if (seconds !== null && seconds !== undefined)
      lines.push(`Median time from the step before: ${formatNumber(seconds, 'seconds', locale)}`)
    return lines.join('<br>')
  })
}

/** Between two bars: how many of the one went on to the other. */
function passages(group: StepsGroup | undefined, { theme, locale }: Canvas): readonly JsonObject[] {
  if (group === undefined) return []
  return group.counts.slice(1).map((count, at) => ({
    x: at + 0.5,
    y: 0,
    yanchor: 'bottom',
    yshift: 8,
    showarrow: false,
    text: `${formatNumber(rateOf(count, group.counts[at]), 'rate', locale, 'compact')} →`,
    font: { size: 11, color: theme.muted },
    bgcolor: theme.surface,
    bordercolor: theme.line,
    borderpad: 3,
    borderwidth: 1,
  }))
}
