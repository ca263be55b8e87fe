/** Round numbers from 0 (or the smallest value) to at least the largest, about `wanted` of them. */
export function roundTicks(least: number, most: number, wanted = 5): readonly number[] {
  const low = Math.min(0, least)
  const high = most <= low ? low + 1 : most
  const step = roundStep((high - low) / wanted)
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10) * power
}

/** Which of `count` places get a label when `most` fit: evenly spaced, the last one among them. */
export function labelledPlaces(count: number, most: number): readonly number[] {
  const stride = Math.max(1, Math.ceil(count / Math.max(1, most)))
  const places: number[] = []
  for (let at = count - 1; at >= 0; at -= stride) places.unshift(at)
  return places
}
