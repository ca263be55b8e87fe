const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?)?\s?(?:([Zz])|([+-])(0\d|1[0-8]):?([0-5]\d)?)?$/

/** The same time in the one form that the engine reads, or undefined when the text is no time. What lacks an offset keeps lacking it. */
export function readEventTime(text: string): string | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, year = '', month = '', day = '', hour, minute, second = '00', fraction = '', zulu, sign, offsetHours, offsetMinutes = '00'] =
    match
  if (hour === undefined && (zulu || sign)) return undefined
  if (year === '0000' || !isDay(Number(year), Number(month), Number(day))) return undefined
  const time = hour === undefined ? '00:00:00' : `${hour}:${minute}:${second}`
  const micros = fraction === '' ? '' : `.${fraction.slice(0, 6)}`
  const offset = zulu ? 'Z' : sign ? `${sign}${offsetHours}:${offsetMinutes}` : ''
  return `${year}-${month}-${day}T${time}${micros}${offset}`
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
