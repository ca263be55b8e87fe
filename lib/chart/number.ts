/**
 * How a number reads: `count` an integer, `decimal` any number, `percent` a number already in percent (12.5 is 12.5 %),
 * `rate` a fraction of one (0.125 is 12.5 %), `seconds` a duration.
 */
export type NumberFormat = 'count' | 'decimal' | 'percent' | 'rate' | 'seconds'

/** `exact` where numbers are compared one by one, `compact` on axes and in headlines. */
export type NumberStyle = 'exact' | 'compact'

/** The sign for a value that does not exist; zero is a value. */
const noValue = '–'

/** A number as a person reads it, in the locale: a rate of 0.1 and a percent of 10 are both `10%`, seconds a duration, null a dash. */
export function formatNumber(value: number | null, format: NumberFormat, locale: string, style: NumberStyle = 'exact'): string {
  if (value === null) return noValue
  switch (format) {
    case 'count':
    case 'decimal':
      return formatter(locale, style === 'compact' && Math.abs(value) >= 10_000 ? compact : plain(value, format)).format(value)
    case 'percent':
      return formatter(locale, percent(value / 100, style)).format(value / 100)
    case 'rate':
      return formatter(locale, percent(value, style)).format(value)
    case 'seconds':
      return formatSeconds(value, locale)
    default:
      return format satisfies never
  }
}

/** A relative change with its sign: 0.1 is `+10%`. */
export function formatChange(ratio: number, locale: string): string {
  return formatter(locale, { style: 'percent', maximumFractionDigits: Math.abs(ratio) < 0.1 ? 1 : 0, signDisplay: 'exceptZero' }).format(
    ratio,
  )
}

const compact: Intl.NumberFormatOptions = { notation: 'compact', maximumFractionDigits: 1 }

function plain(value: number, format: 'count' | 'decimal'): Intl.NumberFormatOptions {
  if (format === 'count' || Number.isInteger(value)) return { maximumFractionDigits: 2 }
  return Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 }
}

function percent(fraction: number, style: NumberStyle): Intl.NumberFormatOptions {
  // In tables the points stand below each other.
  if (style === 'exact') return { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return { style: 'percent', maximumFractionDigits: Math.abs(fraction) >= 0.1 ? 1 : 2 }
}

const unitsOfTime = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** The two largest units that say it: `1 day 4 hr`, `12 min 5 sec`, `0.4 sec`. */
function formatSeconds(seconds: number, locale: string): string {
  const first = unitsOfTime.findIndex(([, length]) => seconds >= length)
  const at = first === -1 ? unitsOfTime.length - 1 : first
  const [unit, length] = unitsOfTime[at] as (typeof unitsOfTime)[number]
  const next = unitsOfTime[at + 1]
  if (next === undefined) return inUnit(seconds, unit, locale, seconds < 10 ? 1 : 0)
  const [nextUnit, nextLength] = next
  const small = Math.round((seconds % length) / nextLength)
  const carries = small * nextLength === length
  const large = Math.floor(seconds / length) + (carries ? 1 : 0)
  return small === 0 || carries ? inUnit(large, unit, locale, 0) : `${inUnit(large, unit, locale, 0)} ${inUnit(small, nextUnit, locale, 0)}`
}

function inUnit(value: number, unit: string, locale: string, maximumFractionDigits: number): string {
  return formatter(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(value)
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}
