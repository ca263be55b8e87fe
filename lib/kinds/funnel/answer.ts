import type { Group } from '@/lib/parts/group'

/** Times to convert, in seconds. */
export interface Seconds {
  readonly median: number
  readonly avg: number
  readonly p90: number
}

export interface FunnelGroup {
  readonly group: Group
  /** Entities that reached each step. */
  readonly counts: readonly number[]
  /** From the step before to this one; null for the first step and where nobody has both. */
  readonly stepSeconds: readonly (Seconds | null)[]
  readonly totalSeconds: Seconds | null
}

export interface FunnelTrend {
  readonly buckets: readonly string[]
  readonly series: readonly { readonly group: Group; readonly entered: readonly number[]; readonly converted: readonly number[] }[]
}

export interface FunnelAnswer {
  readonly kind: 'funnel'
  readonly steps: readonly { readonly label: string }[]
  readonly overall: FunnelGroup
  readonly groups: readonly FunnelGroup[]
  readonly trend?: FunnelTrend
}
