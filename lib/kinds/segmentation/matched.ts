import { bucketSql } from '@/lib/parts/bucket-sql'
import { bucketRule } from '@/lib/parts/buckets'
import { numberOf, textOf } from '@/lib/parts/filter-sql'
import { groupColumns } from '@/lib/parts/kept-groups'
import type { Property } from '@/lib/parts/resolve-property'
import { mayOverlap } from '@/lib/parts/resolve-selection'
import { type Scan, scan } from '@/lib/parts/scan'
import { startOfDay } from '@/lib/parts/zone'
import type { Bool, Planner, Query, Relations, Sql } from '@/sql'
import { type Entities, entitiesOf } from './entities'
import { countsEntities, familyOf } from './measures'
import type { Period, ResolvedSeries, SegmentationQuestion } from './resolve'

/** The events that any series counts, as the relation `matched`: a row for each event and period it lies in. */
export interface Matched {
  readonly relations: Relations
  readonly groups: readonly string[]
  readonly entities: Entities
  /** Whether the rows of each series are to be read by themselves. */
  readonly isReadBySeries: boolean
  /** Whether a row counts for the series; null where every row does. */
  flag(series: ResolvedSeries): Bool | null
  /** The column of the property that the series measures, as a number or, for distinct values, as text. */
  value(series: ResolvedSeries): Sql<number | null>
}

/** The days before a period that its widest window of active entities reads. */
export function daysBefore({ series }: SegmentationQuestion): number {
  return Math.max(1, ...series.map(windowDays)) - 1
}

const windowDays = ({ measure }: ResolvedSeries): number => (measure.measure === 'active' ? measure.days : 1)

/** Active entities are counted over whole days, everything else within the range. */
const startFor = ({ measure }: ResolvedSeries, { span }: Period): number =>
  measure.measure === 'active' ? startOfDay(span.firstDay.subtract({ days: measure.days - 1 }), span.timezone) : span.from

const earliestStart = ({ series }: SegmentationQuestion, period: Period): number => Math.min(...series.map(one => startFor(one, period)))

export function withMatched(question: SegmentationQuestion, planner: Planner): Matched {
  const { db, eb } = planner
  const { periods, series, breakdown } = question
  const groups = groupColumns(breakdown.length)
  const measured = measuredValues(series)
  const before = daysBefore(question)
  const countsDays = series.some(({ measure }) => measure.measure === 'active')
  const read = scan(
    {
      dataset: question.dataset,
      where: question.where,
      selections: series,
      properties: [...breakdown, ...measured.map(({ property }) => property)],
      stretches: periods.map(period => ({ from: earliestStart(question, period), to: period.span.to })),
    },
    planner,
  )
  const selected = series.filter(one => read.selects(one) !== null)
  const scanned = scannedRows(question, read, selected, groups, measured, planner)
  const readsBefore = periods.some(period => earliestStart(question, period) < period.span.from)
  const flagged = readsBefore ? series : selected
  // Of the rows of one series alone, only those that count for it are kept.
  const told = series.length > 1 ? flagged : []
  const isReadBySeries = areReadApart(series, planner)
  const isReadOnce = timesRead(question) === 1
  const names = [...entityOf(question), ...groups, ...measured.map(({ name }) => name)]
  // Without it the types that were read are the condition.
  const isNarrow = (one: ResolvedSeries): boolean => readsBefore || one.where.length > 0
  const flagOf = (one: ResolvedSeries): Bool => {
    const inWindow = readsBefore ? [startsBy(one, question, planner)] : []
    const chosen = selected.includes(one) ? [eb.ref(`scanned.${flagName(one)}`)] : []
    return eb.and([...chosen, ...inWindow])
  }
  let matched: Query = db
    .selectFrom('scanned')
    .select([
      ...names.map(name => `scanned.${name}`),
      ...(question.interval === 'none' ? [] : [byPeriod(question, bucketIn, planner).as('bucket')]),
      ...(countsDays ? [byPeriod(question, dayIn(before), planner).as('day')] : []),
      ...told.map(one => flagOf(one).as(flagName(one))),
    ])
  if (periods.length > 1) matched = inEachPeriod(question, matched, planner)
  if (flagged.length === series.length && !isReadBySeries && flagged.some(isNarrow)) matched = matched.where(eb.or(flagged.map(flagOf)))
  return {
    relations: db
      .with(
        relation => (isReadBySeries ? relation('scanned').notMaterialized() : relation('scanned')),
        () => scanned,
      )
      .with(
        relation => (isReadOnce ? relation('matched').notMaterialized() : relation('matched').materialized()),
        () => matched,
      ),
    groups,
    entities: entitiesOf(read.isEntityNumber, planner),
    isReadBySeries,
    flag: one => (told.includes(one) ? eb.ref(flagName(one)) : null),
    value: one => eb.ref(measured.find(({ users }) => users.includes(one))?.name ?? one.name),
  }
}

/** How many relations the plan makes from the rows: partial results, percentiles and the like, active entities of each series, and ranks. */
function timesRead({ series, breakdown }: SegmentationQuestion): number {
  const families = series.map(familyOf)
  const partial = families.includes('partial') ? 1 : 0
  const whole = families.includes('whole') ? 1 : 0
  const active = families.filter(family => family === 'active').length
  const ranks = breakdown.length > 0 && whole + active > 0 ? 1 : 0
  return partial + whole + active + ranks
}

/** Series of different events have no row in common: each is read by itself, where the engine is fast at reading again. */
function areReadApart(series: readonly ResolvedSeries[], { verbs }: Planner): boolean {
  const isAllPartial = series.every(one => familyOf(one) === 'partial')
  const areApart = series.every((one, index) => series.slice(index + 1).every(other => !mayOverlap(one, other)))
  return verbs.isRereadingCheap && isAllPartial && series.length > 1 && areApart
}

/** The entity, where any series asks who; and where a row may have nothing else. */
const entityOf = ({ series, interval }: SegmentationQuestion): readonly string[] =>
  interval === 'none' || series.some(one => countsEntities(one) || familyOf(one) === 'active') ? ['entity'] : []

const flagName = (series: ResolvedSeries): string => `in_${series.name}`

interface MeasuredValue {
  readonly name: string
  readonly property: Property
  readonly isText: boolean
  readonly users: readonly ResolvedSeries[]
}

/** Each property is read once, however many series measure it. */
function measuredValues(series: readonly ResolvedSeries[]): readonly MeasuredValue[] {
  const values = new Map<string, MeasuredValue>()
  for (const one of series) {
    if (!('property' in one.measure)) continue
    const { property, measure } = one.measure
    const isText = measure === 'distinct'
    const key = `${isText} ${property.property}`
    const known = values.get(key) ?? { name: `${isText ? 'text' : 'number'}${values.size + 1}`, property, isText, users: [] }
    values.set(key, { ...known, users: [...known.users, one] })
  }
  return [...values.values()]
}

function scannedRows(
  question: SegmentationQuestion,
  read: Scan,
  selected: readonly ResolvedSeries[],
  groups: readonly string[],
  measured: readonly MeasuredValue[],
  planner: Planner,
): Query {
  return read.rows.select([
    ...entityOf(question).map(name => read.entity.as(name)),
    read.at.as('at'),
    ...selected.map(one => (read.selects(one) as Bool).as(flagName(one))),
    ...question.breakdown.map((property, index) => textOf(property, read.read(property), planner).as(groups[index] as string)),
    ...measured.map(({ property, name, isText }) => (isText ? textOf : numberOf)(property, read.read(property), planner).as(name)),
  ])
}

/** An expression that depends on the period, chosen by the row's own. */
function byPeriod(
  { periods }: Pick<SegmentationQuestion, 'periods'>,
  write: (period: Period, planner: Planner) => Sql<number>,
  planner: Planner,
): Sql<number> {
  const { eb, verbs } = planner
  const [main, earlier] = periods
  if (earlier === undefined) return write(main, planner)
  const isMain = eb(eb.ref('periods.period'), '=', verbs.int(0))
  return eb.case().when(isMain).then(write(main, planner)).else(write(earlier, planner)).end()
}

const bucketIn = ({ buckets }: Period, planner: Planner): Sql<number> =>
  bucketSql(planner.eb.ref('scanned.at'), buckets?.rule ?? { by: 'boundaries', starts: [] }, planner)

/** The number of the local day, counted from `before` days before the period's first. */
const dayIn =
  (before: number) =>
  (period: Period, planner: Planner): Sql<number> => {
    const { span } = period
    const first = span.firstDay.subtract({ days: before })
    const from = startOfDay(first, span.timezone)
    return bucketSql(planner.eb.ref('scanned.at'), bucketRule([first], 'day', { ...span, from }), planner)
  }

function startsBy(series: ResolvedSeries, question: SegmentationQuestion, planner: Planner): Bool {
  const start = byPeriod(question, period => planner.verbs.int(startFor(series, period)), planner)
  return planner.eb(planner.eb.ref('scanned.at'), '>=', start)
}

/** An event of both periods becomes two rows. */
function inEachPeriod(question: SegmentationQuestion, matched: Query, { eb, verbs }: Planner): Query {
  const { periods } = question
  const within = periods.map((period, number) =>
    eb.and([
      eb(eb.ref('periods.period'), '=', verbs.int(number)),
      eb(eb.ref('scanned.at'), '>=', verbs.int(earliestStart(question, period))),
      eb(eb.ref('scanned.at'), '<', verbs.int(period.span.to)),
    ]),
  )
  return matched
    .crossJoin(
      verbs.rows(
        'periods',
        ['period'],
        periods.map((_, number) => [number]),
      ),
    )
    .select('periods.period')
    .where(eb.or(within))
}
