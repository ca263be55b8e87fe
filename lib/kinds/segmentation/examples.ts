import type { SegmentationDocument } from './document'

interface Example {
  readonly name: string
  readonly title: string
  readonly document: SegmentationDocument
}

const asOf = '2026-11-01T09:00:00Z'

/** Named questions about the sample. Tests, the gallery and the help show the same ones. */
export const examples: readonly Example[] = [
  {
    name: 'weekly-visits',
    title: 'Weekly visitors on desktop, by plan',
    document: {
      kind: 'segmentation',
      range: { last: 12, unit: 'week' },
      asOf,
      interval: 'week',
      where: [{ property: 'event.platform', op: 'isNot', value: ['ios', 'android'] }],
      breakdown: ['event.plan'],
      series: [{ event: 'application_opened', label: 'Visitors' }],
    },
  },
  {
    name: 'daily-users',
    title: 'People who saved a file, each day',
    document: { kind: 'segmentation', range: { last: 30, unit: 'day' }, asOf, series: [{ event: 'file_saved' }] },
  },
  {
    name: 'stickiness',
    title: 'How many of the month’s users come on a day',
    document: {
      kind: 'segmentation',
      range: { last: 60, unit: 'day' },
      asOf,
      timezone: 'Europe/Budapest',
      series: [
        { event: '*', measure: { active: 1 }, label: 'Daily users' },
        { event: '*', measure: { active: 30 }, label: 'Monthly users' },
      ],
      formulas: [{ formula: 'A / B * 100', label: 'Stickiness', format: 'percent' }],
    },
  },
  {
    name: 'revenue',
    title: 'Revenue so far this quarter, against the quarter before',
    document: {
      kind: 'segmentation',
      range: { last: 1, unit: 'quarter' },
      asOf,
      interval: 'day',
      series: [{ event: 'subscription_paid', measure: { agg: 'sum', property: 'event.amount' }, label: 'Revenue' }],
      transform: { type: 'cumulative' },
      compare: { shift: 1, unit: 'quarter' },
    },
  },
  {
    name: 'save-times',
    title: 'How long saving takes: the middle and the slow end',
    document: {
      kind: 'segmentation',
      range: { from: '2026-10-01', to: '2026-10-31' },
      asOf,
      where: [{ property: 'event.duration_ms', op: 'between', value: [0, 60_000] }],
      series: [
        { event: 'file_saved', measure: { agg: 'median', property: 'event.duration_ms' }, label: 'Median' },
        { event: 'file_saved', measure: { agg: 'p95', property: 'event.duration_ms' }, label: '95th percentile' },
      ],
      transform: { type: 'rolling', window: 7 },
    },
  },
  {
    name: 'clicks-by-button',
    title: 'The buttons of the toolbar, by clicks',
    document: {
      kind: 'segmentation',
      range: { last: 4, unit: 'week' },
      asOf,
      weekStart: 'sunday',
      interval: 'none',
      breakdown: ['event.button_name', 'event.platform'],
      breakdownLimit: 8,
      series: [
        { event: 'button_clicked', where: [{ property: 'event.button_name', op: 'isSet' }], measure: 'events', label: 'Clicks' },
        { event: 'button_clicked', measure: 'eventsPerEntity', label: 'Clicks per person' },
      ],
    },
  },
  {
    name: 'hours-around-the-clock-change',
    title: 'Activity by the hour, on the day with 25 of them',
    document: {
      kind: 'segmentation',
      range: { from: '2026-10-24', to: '2026-10-25' },
      asOf,
      timezone: 'Europe/Budapest',
      interval: 'hour',
      series: [{ event: ['file_saved', 'file_exported'], measure: 'events', label: 'Saved or exported' }],
    },
  },
  {
    name: 'careful-conditions',
    title: 'Exports that are neither tests nor trials',
    document: {
      kind: 'segmentation',
      range: { last: 3, unit: 'month' },
      asOf,
      interval: 'month',
      series: [
        {
          event: 'file_exported',
          where: [
            { property: 'event.file_name', op: 'notMatches', value: '^(test|tmp)[-_]' },
            {
              any: [
                { property: 'event.plan', op: 'is', value: ['pro', 'team'] },
                { all: [{ property: 'event.plan', op: 'isNotSet' }, { not: { property: 'event.country', op: 'startsWith', value: 'X' } }] },
              ],
            },
          ],
          measure: { agg: 'distinct', property: 'event.country' },
          label: 'Countries that export',
        },
      ],
    },
  },
]
