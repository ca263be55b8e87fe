import type { Matched } from './matched'
import { countsEntities } from './measures'
import type { SegmentationQuestion } from './resolve'

/** The columns that tell the lines of a chart apart, and the points of a line. */
export interface Grouping {
  readonly isBroken: boolean
  /** `period` where two are compared, `rank` where there is a breakdown. */
  readonly keys: readonly string[]
  readonly period: readonly string[]
  /** What tells the entities of partial results apart, where any series counts entities. */
  readonly entity: readonly string[]
  readonly bucket: readonly string[]
}

export function groupingOf({ periods, interval, series }: SegmentationQuestion, { groups, entities }: Matched): Grouping {
  const period = periods.length > 1 ? ['period'] : []
  return {
    isBroken: groups.length > 0,
    period,
    keys: groups.length > 0 ? [...period, 'rank'] : period,
    entity: series.some(countsEntities) ? [entities.key] : [],
    bucket: interval === 'none' ? [] : ['bucket'],
  }
}
