import { type MitzuEvents, mitzuFunnel, mitzuRetention, mitzuSegmentation, rows, users } from './mitzu'
import { type Question, quote, type Reads } from './question'

/** What a dataset's events are called, so that the same questions can be asked of each. */
export interface Subject {
  readonly dataset: string
  /** As it stands in SQL. */
  readonly table: string
  /** UTC days, `until` not included. */
  readonly from: string
  readonly until: string
  /** Twelve frequent types, the most frequent first. */
  readonly frequent: readonly string[]
  readonly sparse: readonly string[]
  readonly start: string
  readonly filter: { readonly key: string; readonly values: readonly string[] }
  readonly group: string
  readonly number: { readonly type: string; readonly key: string }
}

const dayMs = 86_400_000

const shifted = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

export function questionsAbout(subject: Subject): readonly Question[] {
  return [...segmentations(subject), ...funnels(subject), ...retentions(subject)]
}

const envelope = ({ dataset, from, until }: Subject) => ({
  dataset,
  range: { from, to: shifted(until, -1) },
  asOf: `${until}T00:00:00Z`,
})

const reads = ({ from, until }: Subject, types: readonly string[], ...keys: readonly string[]): Reads => ({
  types,
  from,
  until,
  columns: ['time', 'user'],
  keys,
})

const eventsOf = ({ table, from, until }: Subject, type: string): MitzuEvents => ({ table, type, from, until })

const first = (names: readonly string[]): string => names[0] as string

function segmentations(subject: Subject): readonly Question[] {
  const { frequent, filter, group, number } = subject
  const segmentation = (series: readonly unknown[], more: object = {}) => ({
    ...envelope(subject),
    kind: 'segmentation',
    series,
    ...more,
  })
  const top = first(frequent)
  const three = frequent.slice(2, 5)
  const values = filter.values.map(quote).join(', ')
  const rollingFrom = shifted(subject.from, 30)
  return [
    {
      name: 'segmentation-users',
      title: 'Daily users',
      document: segmentation([{ event: top, measure: 'entities' }]),
      reads: reads(subject, [top]),
      target: 4,
      mitzu: mitzuSegmentation([eventsOf(subject, top)], users),
      targetMitzu: 1,
    },
    {
      name: 'segmentation-events',
      title: 'Daily events',
      document: segmentation([{ event: top, measure: 'events' }]),
      reads: { ...reads(subject, [top]), columns: ['time'] },
      target: 4,
      mitzu: mitzuSegmentation([eventsOf(subject, top)], rows),
      targetMitzu: 1,
    },
    {
      name: 'segmentation-breakdown',
      title: 'Daily users, filtered and broken down by two MAP keys, top 25',
      document: segmentation(
        [{ event: top, measure: 'entities', where: [{ property: `event.${filter.key}`, op: 'is', value: filter.values }] }],
        {
          breakdown: [`event.${group}`],
          breakdownLimit: 25,
        },
      ),
      reads: reads(subject, [top], filter.key, group),
      target: 1.5,
      mitzu: mitzuSegmentation(
        [{ ...eventsOf(subject, top), group, where: [`t1.event_properties[${quote(filter.key)}] in (${values})`] }],
        users,
      ),
      targetMitzu: 1,
    },
    {
      name: 'segmentation-three',
      title: 'Daily users of three events',
      document: segmentation(three.map(event => ({ event, measure: 'entities' }))),
      reads: reads(subject, three),
      target: 4,
      mitzu: mitzuSegmentation(
        three.map(type => eventsOf(subject, type)),
        users,
      ),
      targetMitzu: 1,
    },
    {
      name: 'segmentation-rolling',
      title: 'Users active in the last 30 days, by day',
      document: {
        ...segmentation([{ event: top, measure: { active: 30 } }]),
        range: { from: rollingFrom, to: shifted(subject.until, -1) },
      },
      reads: { ...reads(subject, [top]), from: shifted(rollingFrom, -29) },
      target: 4,
      mitzu: null,
      targetMitzu: 1,
    },
    {
      name: 'segmentation-p90',
      title: '90th percentile of a number, by day',
      document: segmentation([{ event: number.type, measure: { agg: 'p90', property: `event.${number.key}` } }]),
      reads: { ...reads(subject, [number.type], number.key), columns: ['time'] },
      target: 1.5,
      mitzu: null,
      targetMitzu: 1,
    },
  ]
}

const windowDays = 7

function funnels(subject: Subject): readonly Question[] {
  const { frequent, sparse, group } = subject
  const funnel = (name: string, title: string, steps: readonly string[], target: number, targetMitzu: number, by?: string): Question => {
    const mitzuSteps = steps.map((type, index) => ({ ...eventsOf(subject, type), ...(by !== undefined && index === 0 && { group: by }) }))
    return {
      name: `funnel-${name}`,
      title,
      document: {
        ...envelope(subject),
        kind: 'funnel',
        steps: steps.map(event => ({ event })),
        window: { value: windowDays, unit: 'day' },
        ...(by !== undefined && { breakdown: [`event.${by}`] }),
      },
      reads: reads(subject, steps, ...(by === undefined ? [] : [by])),
      target,
      mitzu: mitzuFunnel(mitzuSteps, windowDays),
      targetMitzu,
    }
  }
  const dense = [first(frequent), ...frequent.slice(2)]
  return [
    funnel('2-dense', 'Funnel, 2 steps, dense', dense.slice(0, 2), 10, 100),
    funnel('3-dense', 'Funnel, 3 steps, dense', dense.slice(0, 3), 10, 100),
    funnel('3-sparse', 'Funnel, 3 steps, sparse', sparse, 10, 7),
    funnel('5-dense', 'Funnel, 5 steps', dense.slice(0, 5), 12, 100),
    funnel('8-dense', 'Funnel, 8 steps', dense.slice(0, 8), 15, 100),
    funnel('12', 'Funnel, 12 steps', [...dense, frequent[1] as string], 15, 100),
    funnel('3-breakdown', 'Funnel, 3 steps, sparse, broken down', sparse, 10, 7, group),
  ]
}

function retentions(subject: Subject): readonly Question[] {
  const { frequent, start, group } = subject
  const back = first(frequent)
  const retention = (name: string, title: string, unit: 'day' | 'week', periods: number, more: object, by?: string): Question => ({
    name: `retention-${name}`,
    title,
    document: {
      ...envelope(subject),
      kind: 'retention',
      start: { event: start },
      return: { event: back },
      unit,
      periods,
      ...more,
      ...(by !== undefined && { breakdown: [`event.${by}`] }),
    },
    reads: reads(subject, [start, back], ...(by === undefined ? [] : [by])),
    target: by === undefined ? 4 : 1.5,
    mitzu: mitzuRetention(
      { ...eventsOf(subject, start), ...(by !== undefined && { group: by }) },
      eventsOf(subject, back),
      periods,
      unit === 'day' ? 1 : 7,
    ),
    targetMitzu: 40,
  })
  return [
    retention('first', 'Retention, first start, daily x 30', 'day', 30, { entry: 'first' }),
    retention('every', 'Retention, every start, daily x 30', 'day', 30, { entry: 'every' }),
    retention('weekly', 'Retention, every start, weekly x 12', 'week', 12, { entry: 'every' }),
    retention('after', 'Retention, first start, on or after, daily x 30', 'day', 30, { entry: 'first', returnOn: 'onOrAfter' }),
    retention('breakdown', 'Retention, first start, daily x 30, broken down', 'day', 30, { entry: 'first' }, group),
  ]
}
