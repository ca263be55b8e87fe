import type { Group } from '@/lib/parts/group'

export interface RetentionGroup {
  readonly group: Group
  readonly size: number
  /** For each period, sums over the cohorts that are complete there. */
  readonly returned: readonly number[]
  readonly eligible: readonly number[]
  /** returned / eligible; null where nobody is eligible. */
  readonly rates: readonly (number | null)[]
}

export interface Cohort {
  /** The local date of the first day of the cohort's calendar unit. */
  readonly start: string
  readonly size: number
  readonly returned: readonly number[]
  readonly complete: readonly boolean[]
}

export interface RetentionAnswer {
  readonly kind: 'retention'
  readonly unit: string
  readonly periods: number
  readonly overall: RetentionGroup
  readonly cohorts: readonly Cohort[]
  readonly groups: readonly RetentionGroup[]
}
