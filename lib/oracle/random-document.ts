import type { FunnelDocument } from '@/lib/kinds/funnel/document'
import type { RetentionDocument } from '@/lib/kinds/retention/document'
import { aggregates, type Measure, type SegmentationDocument, type Series, segmentationIntervals } from '@/lib/kinds/segmentation/document'
import { calendarUnits } from '@/lib/parts/range'
import type { EventSet } from './event'
import type { Random } from './random'
import { randomEnvelope, randomSelection } from './random-envelope'
import { windows } from './vocabulary'

/** Which of the contract's options documents may use. */
export interface Scope {
  readonly orders: readonly NonNullable<FunnelDocument['order']>[]
  readonly entries: readonly NonNullable<FunnelDocument['entries']>[]
  readonly exclusions: boolean
  readonly hold: boolean
}

export const wholeContract: Scope = { orders: ['ordered', 'strict', 'any'], entries: ['any', 'first'], exclusions: true, hold: true }
export const orderedFunnels: Scope = { orders: ['ordered'], entries: ['any'], exclusions: false, hold: false }

export interface DocumentOf {
  readonly segmentation: SegmentationDocument
  readonly funnel: FunnelDocument
  readonly retention: RetentionDocument
}

/** Draws a document of each kind, with every option of the scope now and then. */
export const randomDocument: { readonly [Kind in keyof DocumentOf]: (random: Random, set: EventSet, scope: Scope) => DocumentOf[Kind] } = {
  segmentation: randomSegmentation,
  funnel: randomFunnel,
  retention: randomRetention,
}

/** Long ranges in short units make thousands of buckets and no further insight. */
const mostDays: Record<string, number> = { hour: 6, day: 150 }

function randomSegmentation(random: Random, set: EventSet): SegmentationDocument {
  const interval = random.pick(segmentationIntervals)
  const transform = random.chance(0.3) ? randomTransform(random) : undefined
  const size = random.chance(0.03) ? 12 : random.pick([1, 1, 2, 3])
  const series = Array.from({ length: size }, (): Series => {
    const measure = transform?.type === 'cumulative' ? randomCumulative(random) : randomMeasure(random, interval)
    return { ...randomSelection(random, set), ...((measure !== 'entities' || random.chance(0.5)) && { measure }) }
  })
  return {
    kind: 'segmentation',
    ...randomEnvelope(random, set, mostDays[interval] ?? 800),
    ...((interval !== 'day' || random.chance(0.5)) && { interval }),
    series,
    ...(random.chance(0.3) && { formulas: randomFormulas(random, size) }),
    ...(transform !== undefined && { transform }),
    ...(random.chance(0.3) && {
      compare: { shift: 1 + random.below(random.pick([3, 14])), unit: random.pick(['day', 'week', 'month', 'quarter', 'year']) },
    }),
  }
}

const randomTransform = (random: Random): NonNullable<SegmentationDocument['transform']> =>
  random.chance(0.5) ? { type: 'cumulative' } : { type: 'rolling', window: random.chance(0.7) ? 1 + random.below(4) : 5 + random.below(36) }

const sumOf = (random: Random): Measure => ({ agg: 'sum', property: random.pick(['event.amount', 'event.amount', 'event.flag']) })

const randomCumulative = (random: Random): Measure => random.pick<Measure>(['events', 'entities', sumOf(random)])

function randomMeasure(random: Random, interval: string): Measure {
  const property = random.pick(['event.amount', 'event.amount', 'event.amount', 'event.plan', 'user.country', 'column.event_type'])
  const activeFits = interval === 'day' || interval === 'week' || interval === 'month'
  return random.pick<() => Measure>([
    () => 'events',
    () => 'entities',
    () => 'eventsPerEntity',
    () => sumOf(random),
    () => ({ agg: random.pick(aggregates), property: 'event.amount' }),
    () => ({ agg: 'distinct', property }),
    () => (activeFits ? { active: random.pick([1, 2, 7, 28, 30, 31, 1 + random.below(90), 90]) } : 'entities'),
  ])()
}

function randomFormulas(random: Random, series: number): { formula: string; label?: string; format?: 'percent' }[] {
  const name = () => String.fromCharCode(65 + random.below(series))
  return Array.from({ length: 1 + random.below(2) }, () => ({
    formula: random.pick([
      () => `${name()} / ${name()} * 100`,
      () => `(${name()}+${name()}) / -(${name()} - 2)`,
      () => `-${name()} * .5 - ${name()} / 4.0 - 1`,
      () => `${name()}--${name()}`,
      () => '1 / 4',
    ])(),
    ...(random.chance(0.3) && { label: 'Share', format: 'percent' as const }),
  }))
}

function randomFunnel(random: Random, set: EventSet, scope: Scope): FunnelDocument {
  const interval = random.chance(0.4) ? random.pick(calendarUnits) : undefined
  const order = random.pick(scope.orders)
  const entries = random.pick(scope.entries)
  const size = random.chance(0.05) ? 12 : 2 + random.below(3)
  const steps = Array.from({ length: size }, () => randomSelection(random, set))
  const envelope = randomEnvelope(random, set, interval === undefined ? 800 : (mostDays[interval] ?? 800))
  const exclusions = Array.from({ length: 1 + random.below(2) }, () => {
    const from = 1 + random.below(size - 1)
    return { ...randomSelection(random, set), from, to: from + 1 + random.below(size - from) }
  })
  return {
    kind: 'funnel',
    ...envelope,
    steps,
    ...(random.chance(0.85) && { window: random.pick(windows) }),
    ...((order !== 'ordered' || random.chance(0.3)) && { order }),
    ...((entries !== 'any' || random.chance(0.3)) && { entries }),
    ...(scope.exclusions && order !== 'any' && random.chance(0.4) && { exclusions }),
    ...(scope.hold && random.chance(0.3) && { hold: random.some(['event.plan', 'event.flag', 'user.country'], 2) }),
    ...(envelope.breakdown !== undefined && random.chance(0.6) && { breakdownAt: order === 'any' ? 1 : 1 + random.below(size) }),
    ...(interval !== undefined && { interval }),
  }
}

function randomRetention(random: Random, set: EventSet): RetentionDocument {
  const unit = random.pick(['day', 'day', 'week', 'month'] as const)
  return {
    kind: 'retention',
    ...randomEnvelope(random, set, unit === 'day' ? 60 : 200),
    start: randomSelection(random, set),
    return: random.chance(0.5) ? { event: '*' } : randomSelection(random, set),
    unit,
    periods: random.chance(0.2) ? random.pick([31, 32, 33, 63, 64, 90]) : 1 + random.below(6),
    ...(random.chance(0.7) && { entry: random.pick(['first', 'firstEver', 'every']) }),
    ...(random.chance(0.6) && { returnOn: random.pick(['on', 'onOrAfter']) }),
    ...(random.chance(0.6) && { clock: random.pick(['calendar', 'elapsed']) }),
  }
}
