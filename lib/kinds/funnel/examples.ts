import type { FunnelDocument } from './document'

interface Example {
  readonly name: string
  readonly title: string
  readonly document: FunnelDocument
}

const asOf = '2026-11-01T09:00:00Z'

/** Named questions about the sample. Tests, the gallery and the help show the same ones. */
export const examples: readonly Example[] = [
  {
    name: 'signup-to-payment',
    title: 'From signing up to paying',
    document: {
      kind: 'funnel',
      range: { last: 90, unit: 'day' },
      asOf,
      steps: [{ event: 'signup' }, { event: 'trial_started' }, { event: 'subscription_paid' }],
      window: { value: 30, unit: 'day' },
    },
  },
  {
    name: 'first-project',
    title: 'From signing up to a first export, by country',
    document: {
      kind: 'funnel',
      range: { last: 8, unit: 'week' },
      asOf,
      steps: [{ event: 'signup' }, { event: 'project_created' }, { event: 'file_saved' }, { event: 'file_exported' }],
      breakdown: ['event.country'],
      breakdownLimit: 5,
    },
  },
  {
    name: 'trial-trend',
    title: 'Trials that turn into payment, week by week',
    document: {
      kind: 'funnel',
      range: { last: 12, unit: 'week' },
      asOf,
      timezone: 'Europe/Budapest',
      steps: [{ event: 'trial_started' }, { event: 'subscription_paid' }],
      window: { value: 2, unit: 'week' },
      interval: 'week',
    },
  },
  {
    name: 'exported-by-plan',
    title: 'From opening to exporting within the hour, by the plan at the export',
    document: {
      kind: 'funnel',
      range: { from: '2026-10-01', to: '2026-10-14' },
      asOf,
      steps: [{ event: 'application_opened' }, { event: ['file_saved', 'file_exported'], label: 'File kept' }],
      window: { value: 1, unit: 'hour' },
      breakdown: ['event.plan', 'event.platform'],
      breakdownAt: 2,
      interval: 'day',
    },
  },
  {
    name: 'paid-large',
    title: 'Ads that end in a large payment',
    document: {
      kind: 'funnel',
      range: { last: 2, unit: 'quarter' },
      asOf,
      where: [{ property: 'event.country', op: 'isNot', value: 'XX' }],
      steps: [
        { event: 'ad_clicked', where: [{ property: 'event.utm_source', op: 'contains', value: 'google' }], label: 'Clicked a Google ad' },
        { event: 'signup' },
        { event: 'subscription_paid', where: [{ property: 'event.amount', op: 'gte', value: 100 }], label: 'Paid 100 or more' },
      ],
      window: { value: 60, unit: 'day' },
    },
  },
  {
    name: 'zoom-twice',
    title: 'Two zooms within ten seconds',
    document: {
      kind: 'funnel',
      range: { last: 7, unit: 'day' },
      asOf,
      steps: [
        { event: 'viewport_zoomed', label: 'First zoom' },
        { event: 'viewport_zoomed', label: 'Second zoom' },
      ],
      window: { value: 10, unit: 'second' },
      interval: 'day',
    },
  },
]
