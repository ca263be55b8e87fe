type Values = readonly (number | null)[]

/** The mean of the non-null values of each bucket and the `window` - 1 before it; null where there are none. */
export function rollingMean(values: Values, window: number): Values {
  return values.map((_, index) => {
    const near = values.slice(Math.max(0, index - window + 1), index + 1).filter(value => value !== null)
    return near.length === 0 ? null : near.reduce((sum, value) => sum + value, 0) / near.length
  })
}

/** The running sum; nulls are skipped, and before the first number it is null. */
export function cumulate(values: Values): Values {
  let sum: number | null = null
  return values.map(value => {
    if (value !== null) sum = (sum ?? 0) + value
    return sum
  })
}
