/** When an answer was computed, and in which zone its days are. */
export interface AnswerMoment {
  readonly asOf: string
  readonly timezone: string
}

export type BucketStyle = 'short' | 'long'

/** A bucket's label: `short` on an axis, `long` where it stands alone. */
export function formatBucket(bucket: string, interval: string, locale: string, style: BucketStyle): string {
  const date = wallClock(bucket)
  const write = (options: Intl.DateTimeFormatOptions) => dateFormatter(locale, options).format(date)
  const isShort = style === 'short'
  switch (interval) {
    case 'hour':
      return write(isShort ? { month: 'short', day: 'numeric', hour: 'numeric' } : { dateStyle: 'medium', timeStyle: 'short' })
    case 'week':
      return isShort ? write({ month: 'short', day: 'numeric' }) : `Week of ${write({ dateStyle: 'medium' })}`
    case 'month':
      return write(isShort ? { month: 'short', year: '2-digit' } : { month: 'long', year: 'numeric' })
    case 'quarter':
      return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`
    case 'year':
      return String(date.getUTCFullYear())
    default:
      return write(isShort ? { month: 'short', day: 'numeric' } : { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })
  }
}

/** Whether events may still fall into this bucket: its unit ends after the moment of the answer. */
export function isUnfinished(bucket: string, interval: string, moment: AnswerMoment): boolean {
  if (interval === 'hour') return Date.parse(bucket) + 3_600_000 > Date.parse(moment.asOf)
  return localDay(moment) < firstDayAfter(bucket, interval)
}

/** The local day of the answer's moment, as `YYYY-MM-DD`. */
export function localDay({ asOf, timezone }: AnswerMoment): string {
  // Swedish writes dates the ISO way.
  return dateFormatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }, timezone).format(new Date(asOf))
}

/** The local day on which the unit after this bucket's begins. */
export function firstDayAfter(bucket: string, interval: string, units = 1): string {
  const date = wallClock(bucket.slice(0, 10))
  const months = { month: 1, quarter: 3, year: 12 }[interval]
  if (months !== undefined) date.setUTCMonth(date.getUTCMonth() + months * units)
  else date.setUTCDate(date.getUTCDate() + (interval === 'week' ? 7 : 1) * units)
  return date.toISOString().slice(0, 10)
}

/** The reading of the clock on the wall, as if it were UTC: formatting then never shifts it. */
function wallClock(bucket: string): Date {
  return new Date(bucket.length > 10 ? `${bucket.slice(0, 16)}Z` : `${bucket}T00:00Z`)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = `${locale}${timeZone}${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone })
  formatters.set(key, made)
  return made
}
