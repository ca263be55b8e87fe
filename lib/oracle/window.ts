import { dayMicros, hourMicros, secondMicros } from './zone'

const unitMicros = {
  second: secondMicros,
  minute: 60 * secondMicros,
  hour: hourMicros,
  day: dayMicros,
  week: 7 * dayMicros,
} as const

/** A conversion window in microseconds: "day (24 h), week (7 x 24 h)", 7 days where none is given. */
export function windowMicros(
  window: { readonly value: number; readonly unit: keyof typeof unitMicros } = { value: 7, unit: 'day' },
): number {
  return window.value * unitMicros[window.unit]
}
