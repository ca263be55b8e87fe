import { formatBucket, formatNumber, type NumberFormat, type Positions } from '@/lib/chart'
import type { Canvas, JsonObject } from './drawing'
import { labelledPlaces, roundTicks } from './ticks'

const positionCount = (positions: Positions): number => (positions.type === 'time' ? positions.buckets.length : positions.count)

/** What a place of the horizontal axis is called in full. */
export function positionName(positions: Positions, at: number, locale: string): string {
  if (positions.type === 'period') return `${positions.unit.charAt(0).toUpperCase()}${positions.unit.slice(1)} ${at}`
  return formatBucket(positions.buckets[at] ?? '', positions.interval, locale, 'long')
}

export function positionAxis(positions: Positions, { theme, locale, width }: Canvas): JsonObject {
  const count = positionCount(positions)
  const places = labelledPlaces(count, Math.max(2, Math.floor(width / 84)))
  const short = (at: number) =>
    positions.type === 'time'
      ? formatBucket(positions.buckets[at] ?? '', positions.interval, locale, 'short')
      : positionName(positions, at, locale)
  return {
    range: [-0.5, Math.max(count, 1) - 0.5],
    tickvals: places,
    ticktext: places.map(short),
    showgrid: false,
    zeroline: false,
    linecolor: theme.line,
    tickcolor: theme.line,
    ticks: 'outside',
    ticklen: 4,
    fixedrange: true,
    showspikes: true,
    spikemode: 'across',
    spikethickness: 1,
    spikedash: 'solid',
    spikecolor: theme.line,
  }
}

export function valueAxis(least: number, most: number, format: NumberFormat, { theme, locale }: Canvas): JsonObject {
  const ticks = roundTicks(least, most)
  return {
    range: [ticks[0] ?? 0, (ticks.at(-1) ?? 1) * (most > 0 ? 1.02 : 1)],
    tickvals: ticks,
    ticktext: ticks.map(tick => formatNumber(tick, format === 'count' ? 'decimal' : format, locale, 'compact')),
    gridcolor: theme.line,
    zeroline: false,
    fixedrange: true,
    automargin: true,
  }
}
