import { type Bucket, durationOf, firstDayOf, unitAround } from '@/lib/oracle/calendar'
import type { Surroundings } from '@/lib/oracle/condition'
import type { CountedEvent, EventSet } from '@/lib/oracle/event'
import { compareValues, rankGroups, type Values, valuesOf } from '@/lib/oracle/groups'
import { sum } from '@/lib/oracle/numbers'
import { chosenBy, existingEvents, within } from '@/lib/oracle/select'
import { bucketsOf, type Span, spanOf } from '@/lib/oracle/span'
import { dateAt, dayMicros, startOfDay } from '@/lib/oracle/zone'
import type { Group } from '@/lib/parts/group'
import type { Cohort, RetentionAnswer, RetentionGroup } from './answer'
import type { RetentionDocument } from './document'

/** One entity in one cohort. */
interface Member {
  readonly start: CountedEvent
  readonly values: Values
  /** Whether it returned in period 0, 1, 2, ... */
  readonly returned: readonly boolean[]
}

interface Joined {
  readonly period: Bucket
  readonly members: readonly Member[]
}

const elapsedMicros = { day: dayMicros, week: 7 * dayMicros, month: 30 * dayMicros } as const

/** Counts retention by hand: one entity, one cohort and one period at a time. */
export function countRetention(set: EventSet, document: RetentionDocument): RetentionAnswer {
  const span = spanOf(document, set.timezone)
  const around = { users: set.users, zone: span.zone }
  const events = existingEvents(set, document, span)
  const users = [...new Set(events.map(({ userId }) => userId))]
  // "Every period of the range has a cohort, empty ones too."
  const cohorts = bucketsOf(span, document.unit).map((period): Joined => {
    const members = users.flatMap(user => {
      const own = events.filter(({ userId }) => userId === user)
      return memberOf(own, period, document, span, around)
    })
    return { period, members }
  })
  const complete = (members: readonly Member[], period: Bucket) =>
    periodsOf(document).map(n => isComplete(members, period, n, document, span))
  return {
    kind: 'retention',
    unit: document.unit,
    periods: document.periods,
    overall: summary([], cohorts, complete),
    cohorts: cohorts.map(
      ({ period, members }): Cohort => ({
        start: period.label,
        size: members.length,
        returned: periodsOf(document).map(n => returnedIn(members, n)),
        complete: complete(members, period),
      }),
    ),
    groups: groupsOf(document, cohorts, complete),
  }
}

const periodsOf = ({ periods }: RetentionDocument) => Array.from({ length: periods + 1 }, (_, n) => n)
const returnedIn = (members: readonly Member[], n: number) => members.filter(({ returned }) => returned[n]).length

/** The entity as a member of the cohort of a period, or nothing where it does not join. */
function memberOf(own: readonly CountedEvent[], period: Bucket, document: RetentionDocument, span: Span, around: Surroundings): Member[] {
  const starts = own.filter(event => chosenBy(document.start, event, around))
  const entry = document.entry ?? 'first'
  // "firstEver: only if it has no start event before the range at all."
  if (entry === 'firstEver' && starts.some(({ micros }) => micros < span.start)) return []
  // "first: the cohort of the period of its first start event in the range. every: each period in which it has a start event."
  const inRange = starts.filter(event => within(event, span))
  const start = firstOf(entry === 'every' ? inRange.filter(event => within(event, period)) : inRange, document, around)
  if (start === undefined || !within(start, period)) return []
  // "Only events strictly later than the start event return. Returns may lie after the range, not after asOf."
  const returns = own.filter(event => event.micros > start.micros && chosenBy(document.return, event, around))
  const inPeriods = returns.map(({ micros }) => periodIndex(start.micros, micros, document, span))
  const onOrAfter = document.returnOn === 'onOrAfter'
  const returned = periodsOf(document).map(n => inPeriods.some(index => (onOrAfter ? index >= n : index === n)))
  return [{ start, values: valuesOf(start, document.breakdown, around.users), returned }]
}

/** The earliest; "of several at one instant, the first in the order of texts". */
function firstOf(starts: readonly CountedEvent[], { breakdown }: RetentionDocument, { users }: Surroundings): CountedEvent | undefined {
  const inOrder = (a: CountedEvent, b: CountedEvent) =>
    a.micros - b.micros || compareValues(valuesOf(a, breakdown, users), valuesOf(b, breakdown, users))
  return [...starts].sort(inOrder)[0]
}

/** Which period after the start an instant lies in. */
function periodIndex(start: number, micros: number, { unit, clock }: RetentionDocument, span: Span): number {
  if (clock === 'elapsed') return Math.floor((micros - start) / elapsedMicros[unit])
  const unitOf = (instant: number) => firstDayOf(dateAt(span.zone, instant), unit, span.weekStart).toString()
  let day = firstDayOf(dateAt(span.zone, start), unit, span.weekStart)
  let index = 0
  while (day.toString() < unitOf(micros)) {
    day = day.add(durationOf(1, unit))
    index++
  }
  return index
}

/** "A cell is complete when all of period n has passed by asOf for every member of the cohort (an empty cohort: for the first instant of its unit)." */
function isComplete(members: readonly Member[], period: Bucket, n: number, document: RetentionDocument, span: Span): boolean {
  const unit = unitAround(span.zone, period.start, document.unit, span.weekStart)
  if (document.clock !== 'elapsed') {
    return startOfDay(span.zone, dateAt(span.zone, unit.start).add(durationOf(n + 1, document.unit))) <= span.asOf
  }
  const starts = members.length === 0 ? [unit.start] : members.map(({ start }) => start.micros)
  return starts.every(start => start + (n + 1) * elapsedMicros[document.unit] <= span.asOf)
}

/** "`returned[n]` and `eligible[n]` are sums over the cohorts complete at n." */
function summary(
  group: Group,
  cohorts: readonly Joined[],
  complete: (members: readonly Member[], period: Bucket) => boolean[],
): RetentionGroup {
  const completeness = cohorts.map(({ members, period }) => complete(members, period))
  const overComplete = (count: (members: readonly Member[], n: number) => number) =>
    (completeness[0] ?? []).map((_, n) => sum(cohorts.map(({ members }, index) => (completeness[index]?.[n] ? count(members, n) : 0))))
  const returned = overComplete(returnedIn)
  const eligible = overComplete(members => members.length)
  return {
    group,
    size: sum(cohorts.map(({ members }) => members.length)),
    returned,
    eligible,
    rates: returned.map((count, n) => (eligible[n] ? count / eligible[n] : null)),
  }
}

/** Ranked by "the cohort size"; "in a breakdown's group" a cell is complete "for the group's members". */
function groupsOf(
  document: RetentionDocument,
  cohorts: readonly Joined[],
  complete: (members: readonly Member[], period: Bucket) => boolean[],
): RetentionGroup[] {
  if (document.breakdown === undefined) return []
  const everyone = cohorts.flatMap(({ members }) => members)
  const sizeOf = (values: Values) => everyone.filter(member => compareValues(member.values, values) === 0).length
  const shown = rankGroups(
    everyone.map(({ values }) => values),
    document.breakdownLimit ?? 10,
    sizeOf,
  )
  return shown.map(({ group, holds }) =>
    summary(
      group,
      cohorts.map(({ period, members }) => ({ period, members: members.filter(({ values }) => holds(values)) })),
      complete,
    ),
  )
}
