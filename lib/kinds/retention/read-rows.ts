import type { Row } from '@/lib/engines/engine'
import type { Group } from '@/lib/parts/group'
import { readGroups } from '@/lib/parts/read-groups'
import type { Cohort, RetentionAnswer, RetentionGroup } from './answer'
import { returnedColumn } from './periods'
import type { RetentionQuestion } from './resolve'

/** The members of one cohort, all or those of one group. */
interface Members {
  readonly size: number
  /** On the elapsed clock the latest start among them, in microseconds; null where there is nobody. */
  readonly lastStart: number | null
  readonly returned: readonly number[]
}

export function readRows(rows: readonly Row[], question: RetentionQuestion): RetentionAnswer {
  const { unit, periods, cohorts } = question
  const membersOfAll = (own: readonly Row[]): readonly Members[] =>
    cohorts.map((_, cohort) =>
      membersOf(
        own.filter(row => row.cohort === cohort),
        question,
      ),
    )
  const all = membersOfAll(rows)
  const isBroken = question.breakdown.length > 0
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
    groups: isBroken
      ? groupsOf(rows).map(({ rank, group }) => overall(group, membersOfAll(rows.filter(row => row.rank === rank)), question))
      : [],
  }

  function groupsOf(of: readonly Row[]) {
    const ofRank = new Map(of.map(row => [row.rank, { ...row, part: 'group' }]))
    return readGroups([...ofRank.values()], question)
  }
}

function membersOf(rows: readonly Row[], { periods, clock }: RetentionQuestion): Members {
  const total = (column: string): number => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  return {
    size: total('entities'),
    lastStart: rows.length === 0 || clock === 'calendar' ? null : Math.max(...rows.map(row => Number(row.last_start))),
    returned: Array.from({ length: periods + 1 }, (_, period) => total(returnedColumn(period))),
  }
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
