import type { Row } from '@/lib/engines/engine'
import type { Group } from '@/lib/parts/group'
import { readGroups, withOthers } from '@/lib/parts/read-groups'
import type { Cohort, RetentionAnswer, RetentionGroup } from './answer'
import type { RetentionQuestion } from './resolve'

/** The members of one cohort, all or those of one group. */
interface Members {
  readonly size: number
  /** The latest start among them, in microseconds; null where there is nobody. */
  readonly lastStart: number | null
  readonly returned: readonly number[]
}

export function readRows(rows: readonly Row[], question: RetentionQuestion): RetentionAnswer {
  const { unit, periods, cohorts } = question
  const all = cohorts.map((_, cohort) =>
    membersOf(
      rows.filter(row => row.cohort === cohort),
      question,
    ),
  )
  const hasOthers = (rank: number): boolean => rows.some(row => row.part === 'size' && row.rank === rank)
  const byRank = withOthers(readGroups(rows, question), question, hasOthers).map(({ rank, group }) => {
    const own = rows.filter(row => row.rank === rank)
    return overall(
      group,
      cohorts.map((_, cohort) =>
        membersOf(
          own.filter(row => row.cohort === cohort),
          question,
        ),
      ),
      question,
    )
  })
  return {
    kind: 'retention',
    unit,
    periods,
    overall: overall([], all, question),
    cohorts: all.map(
      (members, index): Cohort => ({
        start: cohorts[index] as string,
        size: members.size,
        returned: members.returned,
        complete: members.returned.map((_, period) => isComplete(members, index, period, question)),
      }),
    ),
    groups: byRank,
  }
}

function membersOf(rows: readonly Row[], { periods, returnOn }: RetentionQuestion): Members {
  const sizes = rows.filter(row => row.part === 'size')
  const cells = Array.from({ length: periods + 1 }, () => 0)
  for (const row of rows) {
    if (row.part !== 'returned') continue
    const period = Math.min(Number(row.period), periods)
    cells[period] = (cells[period] as number) + Number(row.entities)
  }
  return {
    size: sizes.reduce((sum, row) => sum + Number(row.entities), 0),
    lastStart: sizes.length === 0 ? null : Math.max(...sizes.map(row => Number(row.last_start))),
    returned: returnOn === 'on' ? cells : sumsFromTheEnd(cells),
  }
}

/** Whoever returned last in a period has returned in it or after every earlier one. */
function sumsFromTheEnd(cells: readonly number[]): readonly number[] {
  const sums = [...cells]
  for (let period = sums.length - 2; period >= 0; period--) sums[period] = (sums[period] as number) + (sums[period + 1] as number)
  return sums
}

/** Whether all of the period has passed for every member; of an empty cohort, for the first instant of its unit. */
function isComplete({ lastStart }: Members, cohort: number, period: number, question: RetentionQuestion): boolean {
  const { unitStarts, clock, elapsedUnit, asOf } = question
  if (clock === 'calendar') return (unitStarts[cohort + period + 1] as number) <= asOf
  return (lastStart ?? (unitStarts[cohort] as number)) + (period + 1) * elapsedUnit <= asOf
}

function overall(group: Group, cohorts: readonly Members[], question: RetentionQuestion): RetentionGroup {
  const periods = Array.from({ length: question.periods + 1 }, (_, period) => period)
  const complete = periods.map(period => cohorts.filter((members, cohort) => isComplete(members, cohort, period, question)))
  const returned = complete.map((members, period) => members.reduce((sum, one) => sum + (one.returned[period] as number), 0))
  const eligible = complete.map(members => members.reduce((sum, one) => sum + one.size, 0))
  return {
    group,
    size: cohorts.reduce((sum, one) => sum + one.size, 0),
    returned,
    eligible,
    rates: periods.map(period => (eligible[period] === 0 ? null : (returned[period] as number) / (eligible[period] as number))),
  }
}
