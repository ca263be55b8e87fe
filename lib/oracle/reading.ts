import { instantOfWall, secondMicros } from './zone'

const numberForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/
const blanks = /^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g

/** "A text reads as a number when, apart from ASCII blanks around it, it is `[+-]?(digits[.[digits]] | .digits)([eE][+-]?digits)?` and finite." */
export function readNumber(text: string | null): number | null {
  if (text === null) return null
  const bare = text.replace(blanks, '')
  if (!numberForm.test(bare)) return null
  const number = Number(bare)
  return Number.isFinite(number) ? number : null
}

const timeForm = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(?:(Z)|([+-])(\d\d):(\d\d))?)?$/

/**
 * "A text reads as a time when it is `YYYY-MM-DD`, optionally followed by `T` or a blank, `HH:MM[:SS[.ffffff]]`, and `Z` or `±HH:MM`.
 * Without an offset it is local time in `timezone`." A day, hour, minute, second or offset that does not exist is no time.
 */
export function readInstant(text: string | null, zone: string): number | null {
  const match = text === null ? null : timeForm.exec(text)
  if (match === null) return null
  const part = (index: number) => Number(match[index] ?? 0)
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 23 || minute > 59 || second > 59 || part(10) > 23 || part(11) > 59) return null
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, day)
  const fraction = Number((match[7] ?? '').padEnd(6, '0'))
  const wall = midnight.getTime() * 1000 + ((hour * 60 + minute) * 60 + second) * secondMicros + fraction
  if (match[8] === 'Z') return wall
  if (match[9] === undefined) return instantOfWall(zone, wall)
  return wall - (match[9] === '-' ? -1 : 1) * (part(10) * 60 + part(11)) * 60 * secondMicros
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
