import type { Group } from '@/lib/parts/group'

export interface SegmentationEntry {
  /** `A`, `B`, ... for series, `F1`, `F2`, ... for formulas. */
  readonly series: string
  readonly label: string
  readonly group: Group
  readonly values: readonly (number | null)[]
  readonly total: number | null
  readonly compare?: true
}

export interface SegmentationAnswer {
  readonly kind: 'segmentation'
  readonly interval: string
  readonly buckets: readonly string[]
  readonly series: readonly SegmentationEntry[]
}
