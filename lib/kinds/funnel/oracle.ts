import { type Chain, chainsFrom, inFunnelOrder, isReportedOver, type PlacedEvent } from '@/lib/oracle/chain'
import { textOf } from '@/lib/oracle/condition'
import type { EventSet } from '@/lib/oracle/event'
import { rankGroups, type ShownGroup, type Values, valuesOf } from '@/lib/oracle/groups'
import { mean, percentile } from '@/lib/oracle/numbers'
import { chosenBy, existingEvents, labelOf, within } from '@/lib/oracle/select'
import { bucketsOf, type Span, spanOf } from '@/lib/oracle/span'
import { windowMicros } from '@/lib/oracle/window'
import { secondMicros } from '@/lib/oracle/zone'
import type { FunnelAnswer, FunnelGroup, FunnelTrend, Seconds } from './answer'
import type { FunnelDocument } from './document'

/** How far one entity came: its reported chain, or with order `any` its reported window, put in the same terms. */
interface Journey {
  readonly values: Values
  readonly reached: number
  readonly entered: number
  /** Seconds to each reached step from the one before; null where they mean nothing. */
  readonly stepSeconds: readonly (number | null)[]
  readonly totalSeconds: number | null
}

/** Counts a funnel by hand: it lists all chains of every entity, strikes out those that a rule rejects, and picks the one to report. */
export function countFunnel(set: EventSet, document: FunnelDocument): FunnelAnswer {
  const span = spanOf(document, set.timezone)
  const journeys = placedByEntity(set, document, span).flatMap(events =>
    document.order === 'any' ? anyOrderJourney(events, document, span) : chainJourney(events, document, span),
  )
  const shown = groupsOf(document, journeys)
  const everyone: ShownGroup = { group: [], holds: () => true }
  return {
    kind: 'funnel',
    steps: document.steps.map(step => ({ label: labelOf(step) })),
    overall: groupAnswer(everyone, journeys, document),
    groups: shown.map(group => groupAnswer(group, journeys, document)),
    ...(document.interval === undefined
      ? {}
      : { trend: trendOf(document.breakdown === undefined ? [everyone] : shown, journeys, document, document.interval, span) }),
  }
}

/** The events of each entity in the funnel's order. Events that match nothing are kept: they interrupt strict chains. */
function placedByEntity(set: EventSet, document: FunnelDocument, span: Span): PlacedEvent[][] {
  const around = { users: set.users, zone: span.zone }
  const events = existingEvents(set, document, span)
  const place = (event: (typeof events)[number]): Omit<PlacedEvent, 'position'> => {
    const heldTexts = (document.hold ?? []).map(property => textOf(event, property, set.users))
    return {
      event,
      micros: event.micros,
      matches: document.steps.map(step => chosenBy(step, event, around)),
      excludes: (document.exclusions ?? []).map(exclusion => chosenBy(exclusion, event, around)),
      breakdown: valuesOf(event, document.breakdown, set.users),
      heldTexts,
      held: heldTexts.includes(null) ? null : JSON.stringify(heldTexts),
    }
  }
  const users = [...new Set(events.map(({ userId }) => userId))]
  return users.map(user => inFunnelOrder(events.filter(({ userId }) => userId === user).map(place)))
}

function chainJourney(events: readonly PlacedEvent[], document: FunnelDocument, span: Span): Journey[] {
  // "May be an entry: it matches step 1 and has all held properties", in the range.
  const possible = events.filter(event => event.matches[0] && event.held !== null && within(event, span))
  const entries = document.entries === 'first' ? possible.slice(0, 1) : possible
  let reported: Chain | null = null
  for (const entry of entries) {
    for (const chain of chainsFrom(entry, events, document.steps.length, windowMicros(document.window))) {
      const stands = holdsTogether(chain) && !isInterrupted(chain, events, document) && !isExcluded(chain, events, document)
      if (stands && (reported === null || isReportedOver(chain, reported))) reported = chain
    }
  }
  if (reported === null) return []
  const chain = reported
  const at = chain[(document.breakdownAt ?? 1) - 1]
  const seconds = (from: number, to: number) => ((chain[to] as PlacedEvent).micros - (chain[from] as PlacedEvent).micros) / secondMicros
  return [
    {
      // "Its event at step `breakdownAt` gives the group; null where it does not reach that step."
      values: at === undefined ? (document.breakdown ?? []).map(() => null) : at.breakdown,
      reached: chain.length,
      entered: (chain[0] as PlacedEvent).micros,
      stepSeconds: chain.map((_, step) => (step === 0 ? null : seconds(step - 1, step))),
      totalSeconds: chain.length === document.steps.length ? seconds(0, chain.length - 1) : null,
    },
  ]
}

/** "All events of a chain have the same value of each held property." */
const holdsTogether = (chain: Chain) => chain.every(({ held }) => held !== null && held === chain[0]?.held)

/** "strict: no other event of the entity, of any type, lies between the first and the last event of the chain in the order." */
function isInterrupted(chain: Chain, events: readonly PlacedEvent[], { order }: FunnelDocument): boolean {
  if (order !== 'strict') return false
  const [first, last] = [chain[0] as PlacedEvent, chain[chain.length - 1] as PlacedEvent]
  return events.some(event => event.position > first.position && event.position < last.position && !chain.includes(event))
}

/**
 * "An exclusion from i to j rejects a chain where its event lies strictly between the chain's events i and j in the order; if the chain stops
 * before j, between its event i and its last. A chain's own event i never excludes it." And: "as an exclusion's event, an event comes after all
 * steps' events of its instant", so it lies after event i from that event's instant on, and before event j only at an earlier instant.
 */
function isExcluded(chain: Chain, events: readonly PlacedEvent[], { exclusions = [] }: FunnelDocument): boolean {
  return exclusions.some(({ from, to }, index) => {
    const first = chain[from - 1]
    const last = chain[Math.min(to, chain.length) - 1]
    if (first === undefined || last === undefined) return false
    return events.some(event => event.excludes[index] && event !== first && event.micros >= first.micros && event.micros < last.micros)
  })
}

interface Window {
  readonly entry: PlacedEvent
  /** The events at which the first, second, ... different step comes. */
  readonly arrivals: readonly PlacedEvent[]
}

function anyOrderJourney(events: readonly PlacedEvent[], document: FunnelDocument, span: Span): Journey[] {
  const possible = events.filter(event => event.matches.includes(true) && event.held !== null && within(event, span))
  const entries = document.entries === 'first' ? possible.slice(0, 1) : possible
  const windows = entries.map((entry): Window => {
    // "From the entry up to `window` after it, both inclusive"; with `hold`, "the entry and all events counted".
    const end = entry.micros + windowMicros(document.window)
    const counted = events.filter(event => event.micros >= entry.micros && event.micros <= end && event.held === entry.held)
    const firsts = document.steps.flatMap((_, step) => counted.filter(event => event.matches[step]).slice(0, 1))
    return { entry, arrivals: firsts.sort((a, b) => a.position - b.position) }
  })
  // "One of the greatest k; among those, the one whose k-th different step comes first; then the latest entry."
  const lastArrival = ({ arrivals }: Window) => arrivals[arrivals.length - 1]?.position ?? 0
  windows.sort((a, b) => b.arrivals.length - a.arrivals.length || lastArrival(a) - lastArrival(b) || b.entry.position - a.entry.position)
  return windows.slice(0, 1).map(({ entry, arrivals }): Journey => {
    const converted = arrivals.length === document.steps.length
    const end = Math.max(...arrivals.map(({ micros }) => micros))
    return {
      values: entry.breakdown,
      reached: arrivals.length,
      entered: entry.micros,
      stepSeconds: [],
      totalSeconds: converted ? (end - entry.micros) / secondMicros : null,
    }
  })
}

/** "For funnels the entities at step 1" rank the groups. */
function groupsOf(document: FunnelDocument, journeys: readonly Journey[]): ShownGroup[] {
  if (document.breakdown === undefined) return []
  const sizeOf = (values: Values) => journeys.filter(journey => JSON.stringify(journey.values) === JSON.stringify(values)).length
  return rankGroups(
    journeys.map(({ values }) => values),
    document.breakdownLimit ?? 10,
    sizeOf,
  )
}

function groupAnswer({ group, holds }: ShownGroup, journeys: readonly Journey[], { steps }: FunnelDocument): FunnelGroup {
  const own = journeys.filter(({ values }) => holds(values))
  return {
    group,
    counts: steps.map((_, step) => own.filter(({ reached }) => reached > step).length),
    stepSeconds: steps.map((_, step) => secondsOf(own.map(({ stepSeconds }) => stepSeconds[step] ?? null))),
    totalSeconds: secondsOf(own.map(({ totalSeconds }) => totalSeconds)),
  }
}

function secondsOf(times: readonly (number | null)[]): Seconds | null {
  const known = times.filter(time => time !== null)
  return known.length === 0 ? null : { median: percentile(known, 0.5), avg: mean(known), p90: percentile(known, 0.9) }
}

/** "`trend` puts each entity in the bucket of its reported chain's first event." */
function trendOf(
  groups: readonly ShownGroup[],
  journeys: readonly Journey[],
  { steps }: FunnelDocument,
  interval: NonNullable<FunnelDocument['interval']>,
  span: Span,
): FunnelTrend {
  const buckets = bucketsOf(span, interval)
  return {
    buckets: buckets.map(({ label }) => label),
    series: groups.map(({ group, holds }) => {
      const own = journeys.filter(({ values }) => holds(values))
      const enteredIn = buckets.map(bucket => own.filter(({ entered }) => within({ micros: entered }, bucket)))
      return {
        group,
        entered: enteredIn.map(each => each.length),
        converted: enteredIn.map(each => each.filter(({ reached }) => reached === steps.length).length),
      }
    }),
  }
}
