import type { Dataset } from '@/lib/catalog'
import { tooManyBuckets } from '@/lib/parts/bucket-limit'
import { type Buckets, bucketsOf } from '@/lib/parts/buckets'
import { type Frame, resolveEnvelope } from '@/lib/parts/resolve-envelope'
import { type Property, resolveProperties } from '@/lib/parts/resolve-property'
import { type EventFilter, mayOverlap, resolveSelection } from '@/lib/parts/resolve-selection'
import { fail, type Problem, problem, type Result, succeed } from '@/lib/problems'
import type { FunnelDocument, windowUnits } from './document'

const unitMicros: Readonly<Record<(typeof windowUnits)[number], number>> = {
  second: 1_000_000,
  minute: 60_000_000,
  hour: 3_600_000_000,
  day: 86_400_000_000,
  week: 604_800_000_000,
}

/** Two centuries, longer than any range: still a number that is exact. */
const longestWindow = 200 * 366 * unitMicros.day

/** An event that rejects a chain between its steps `from` and `to`, counted from 1. */
export interface ResolvedExclusion extends EventFilter {
  readonly from: number
  readonly to: number
}

export interface FunnelQuestion extends Frame {
  readonly steps: readonly EventFilter[]
  /** Whether one event may match several steps. */
  readonly stepsOverlap: boolean
  /** The conversion window in microseconds. */
  readonly window: number
  readonly exclusions: readonly ResolvedExclusion[]
  readonly hold: readonly Property[]
  readonly breakdownAt: number
  /** The trend's buckets, by time of entry. */
  readonly trend: Buckets | null
}

const defaultWindow = { value: 7, unit: 'day' } as const

/** Finds what the document names, and works out its instants. Fails with all that is wrong at once, each at its place. */
export function resolve(document: FunnelDocument, dataset: Dataset, now: Date): Result<FunnelQuestion> {
  const problems: Problem[] = []
  if ((document.order ?? 'ordered') !== 'ordered') {
    problems.push(problem('notSupported', ['order'], { what: `The order “${document.order}”` }))
  }
  if ((document.entries ?? 'any') !== 'any') {
    problems.push(problem('notSupported', ['entries'], { what: `Counting “${document.entries}” entries only` }))
  }
  const frame = resolveEnvelope(document, dataset, now, problems)
  if (frame === null) return fail(...problems)
  const context = { ...frame, problems }
  const steps = document.steps.map((step, index) => resolveSelection(step, ['steps', index], context))
  const exclusions = resolveExclusions(document, context)
  const hold = resolveProperties(document.hold ?? [], dataset, ['hold'], problems)
  const breakdownAt = document.breakdownAt ?? 1
  if (breakdownAt > steps.length) {
    const detail = `The funnel has ${steps.length} steps; choose one of them for the breakdown.`
    problems.push(problem('invalidValue', ['breakdownAt'], { detail }))
  }
  const trend = trendBuckets(document, frame, problems)
  if (problems.length > 0) return fail(...problems)
  const { value, unit } = document.window ?? defaultWindow
  return succeed({
    ...frame,
    steps,
    stepsOverlap: steps.some((step, index) => steps.slice(index + 1).some(later => mayOverlap(step, later))),
    window: Math.min(value * unitMicros[unit], longestWindow),
    exclusions,
    hold,
    breakdownAt,
    trend,
  })
}

function resolveExclusions(document: FunnelDocument, context: Frame & { problems: Problem[] }): readonly ResolvedExclusion[] {
  return (document.exclusions ?? []).map((exclusion, index) => {
    const { from, to } = exclusion
    if (from >= to || to > document.steps.length) {
      const detail = `An exclusion lies between two steps, the first before the second; steps are counted from 1 to ${document.steps.length}.`
      context.problems.push(problem('invalidValue', ['exclusions', index, to > document.steps.length ? 'to' : 'from'], { detail }))
    }
    return { ...resolveSelection(exclusion, ['exclusions', index], context), from, to }
  })
}

function trendBuckets({ interval }: FunnelDocument, frame: Frame, problems: Problem[]): Buckets | null {
  if (interval === undefined) return null
  const tooMany = tooManyBuckets(frame.span, interval, ['interval'])
  if (tooMany !== null) {
    problems.push(tooMany)
    return null
  }
  return bucketsOf(frame.span, interval)
}
