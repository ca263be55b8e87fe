/** Linear interpolation between the two values around the place `fraction * (n - 1)`, as `percentile_cont` does. */
export function percentile(numbers: readonly number[], fraction: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const place = fraction * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number]
  return low + (high - low) * (place - Math.floor(place))
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

export const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length

export const countDistinct = (values: readonly unknown[]): number => new Set(values).size
