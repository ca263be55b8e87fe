const dayMs = 86_400_000

/** The days of the sample, counted from 0, up to today. */
export interface SampleCalendar {
  readonly days: number
  /** Nothing happens after this instant. */
  readonly nowMs: number
  startOf(day: number): number
  dateOf(day: number): string
  /** How much people work on this day, 1 on a common Tuesday. */
  workOn(day: number): number
  /** How many people find their way to the product, 1 a year ago. */
  interestOn(day: number): number
  versionOn(day: number): string
  /** From the day on which the broken version came out until it was mended. */
  isBrokenOn(day: number): boolean
}

const versions: readonly (readonly [daysAgo: number, version: string])[] = [
  [400, '4.8.0'],
  [350, '4.9.1'],
  [290, '4.10.0'],
  [245, '4.11.0'],
  [180, '4.11.2'],
  [126, '4.12.0'],
  [121, '4.12.1'],
  [88, '5.0.0'],
  [60, '5.0.1'],
  [25, '5.1.0'],
]
const brokenVersion = '4.12.0'
/** Days ago on which something was launched with a campaign, and by how much the interest grew at first. */
const launches: readonly (readonly [daysAgo: number, strength: number])[] = [
  [245, 1.8],
  [88, 2.6],
]
const weekdays = [0.22, 0.97, 1, 1.02, 1, 0.86, 0.28]

export function sampleCalendar(now: Date, days: number): SampleCalendar {
  const today = Math.floor(now.getTime() / dayMs)
  const first = today - days + 1
  const daysAgo = (day: number) => days - 1 - day
  const versionOn = (day: number) => versions.findLast(([ago]) => ago >= daysAgo(day))?.[1] ?? '4.8.0'
  const dates = Array.from({ length: days }, (_, day) => new Date((first + day) * dayMs))
  const dateOn = (day: number) => dates[day] as Date
  return {
    days,
    nowMs: now.getTime(),
    startOf: day => (first + day) * dayMs,
    dateOf: day => dateOn(day).toISOString().slice(0, 10),
    workOn: day => (weekdays[dateOn(day).getUTCDay()] as number) * seasonOf(dateOn(day)),
    interestOn: day => {
      const growth = 1 + (day / days) * 1.1
      const weekend = (weekdays[dateOn(day).getUTCDay()] as number) < 0.5 ? 0.45 : 1
      return launches.reduce((interest, launch) => interest * launchEffect(launch, daysAgo(day)), growth * weekend * seasonOf(dateOn(day)))
    },
    versionOn,
    isBrokenOn: day => versionOn(day) === brokenVersion,
  }
}

function seasonOf(date: Date): number {
  const month = date.getUTCMonth() + 1
  const day = date.getUTCDate()
  if ((month === 12 && day >= 24) || (month === 1 && day === 1)) return 0.3
  return month === 8 ? 0.85 : 1
}

function launchEffect([at, strength]: readonly [number, number], daysAgo: number): number {
  const since = at - daysAgo
  return since < 0 ? 1 : 1 + (strength - 1) * Math.exp(-since / 6)
}
