import type { Dataset } from '@/lib/catalog'
import { defaultBreakdownLimit, type Envelope, type WeekStart } from '@/lib/document/envelope'
import { type Problem, problem } from '@/lib/problems'
import { type Filter, resolveConditions } from './resolve-condition'
import { type Property, resolveProperties } from './resolve-property'
import { isWithinReach, type Span, spanOf } from './span'
import { instantOf, isZone } from './zone'

/** What questions of every kind have in common, found and worked out. Instants in microseconds. */
export interface Frame {
  readonly dataset: Dataset
  readonly timezone: string
  readonly weekStart: WeekStart
  readonly asOf: number
  readonly span: Span
  readonly where: readonly Filter[]
  readonly breakdown: readonly Property[]
  readonly breakdownLimit: number
}

/** The end of the years that a range may lie in: who says “9999” means that everything counts. */
const latestAsOf = Date.UTC(2200, 0, 1) * 1000

/** Resolves the envelope; what is wrong goes into `problems`. Null where there is no range, without which nothing else can be read. */
export function resolveEnvelope(document: Envelope, dataset: Dataset, now: Date, problems: Problem[]): Frame | null {
  const zone = document.timezone ?? dataset.timezone
  if (!isZone(zone)) problems.push(problem('unknownTimezone', ['timezone'], { timezone: zone }))
  // What else is wrong is told in any zone.
  const timezone = isZone(zone) ? zone : 'UTC'
  const weekStart = document.weekStart ?? 'monday'
  // The schema has read asOf before, so it is a time.
  const asked = document.asOf === undefined ? now.getTime() * 1000 : (instantOf(document.asOf, timezone) as number)
  const asOf = Math.min(asked, latestAsOf)
  if (document.entity !== undefined && document.entity !== 'user') {
    problems.push(problem('notSupported', ['entity'], { what: `Counting “${document.entity}” (groups)` }))
  }
  const where = resolveConditions(document.where ?? [], ['where'], { dataset, timezone, problems })
  const breakdown = resolveProperties(document.breakdown ?? [], dataset, ['breakdown'], problems)
  const span = spanOf(document.range, timezone, weekStart, asOf)
  if (span === null) {
    problems.push(problem('emptyRange', ['range']))
    return null
  }
  if (!isWithinReach(span)) {
    problems.push(problem('outOfReach', ['range']))
    return null
  }
  return {
    dataset,
    timezone,
    weekStart,
    asOf,
    span,
    where,
    breakdown,
    breakdownLimit: document.breakdownLimit ?? defaultBreakdownLimit,
  }
}
