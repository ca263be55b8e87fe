import type { RetentionDocument } from './document'

interface Example {
  readonly name: string
  readonly title: string
  readonly document: RetentionDocument
}

const asOf = '2026-11-01T09:00:00Z'

/** Named questions about the sample. Tests, the gallery and the help show the same ones. */
export const examples: readonly Example[] = [
  {
    name: 'weekly-after-signup',
    title: 'Who comes back in the weeks after signing up',
    document: {
      kind: 'retention',
      range: { last: 12, unit: 'week' },
      asOf,
      start: { event: 'signup' },
      return: { event: '*' },
      unit: 'week',
      periods: 8,
    },
  },
  {
    name: 'daily-savers',
    title: 'Who saves again in the days after any save, for each day',
    document: {
      kind: 'retention',
      range: { last: 30, unit: 'day' },
      asOf,
      timezone: 'Europe/Budapest',
      start: { event: 'file_saved' },
      return: { event: 'file_saved' },
      unit: 'day',
      periods: 14,
      entry: 'every',
    },
  },
  {
    name: 'new-payers',
    title: 'First payers who pay again in a later month, by country',
    document: {
      kind: 'retention',
      range: { last: 6, unit: 'month' },
      asOf,
      start: { event: 'subscription_paid' },
      return: { event: 'subscription_paid' },
      unit: 'month',
      periods: 5,
      entry: 'firstEver',
      breakdown: ['event.country'],
      breakdownLimit: 5,
    },
  },
  {
    name: 'still-there',
    title: 'Who is still there after so many weeks',
    document: {
      kind: 'retention',
      range: { last: 12, unit: 'week' },
      asOf,
      weekStart: 'sunday',
      start: { event: ['signup', 'trial_started'], label: 'Signed up or started a trial' },
      return: { event: 'application_opened' },
      unit: 'week',
      periods: 11,
      returnOn: 'onOrAfter',
    },
  },
  {
    name: 'within-a-day',
    title: 'Who opens the application again within 24 hours, 48 hours, and so on',
    document: {
      kind: 'retention',
      range: { from: '2026-10-01', to: '2026-10-31' },
      asOf,
      start: { event: 'project_created' },
      return: { event: 'application_opened', where: [{ property: 'event.platform', op: 'is', value: ['mac', 'windows', 'linux'] }] },
      unit: 'day',
      periods: 7,
      clock: 'elapsed',
    },
  },
  {
    name: 'every-elapsed-by-plan',
    title: 'Exporters who export again, by plan and by weeks of seven days',
    document: {
      kind: 'retention',
      range: { last: 8, unit: 'week' },
      asOf,
      where: [{ property: 'event.plan', op: 'isSet' }],
      start: { event: 'file_exported' },
      return: { event: 'file_exported' },
      unit: 'week',
      periods: 6,
      entry: 'every',
      clock: 'elapsed',
      returnOn: 'onOrAfter',
      breakdown: ['event.plan'],
    },
  },
]
