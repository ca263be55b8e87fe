import type { AnswerMoment } from '@/lib/chart'
import type { FunnelAnswer, FunnelGroup, Seconds } from '@/lib/kinds/funnel/answer'
import type { Cohort, RetentionAnswer } from '@/lib/kinds/retention/answer'
import type { SegmentationAnswer, SegmentationEntry } from '@/lib/kinds/segmentation/answer'
import type { Group } from '@/lib/parts/group'

/** Made-up answers, always the same: a figure that changes does so because its drawing changed. */
export const moment: AnswerMoment = { asOf: '2026-11-18T12:00:00Z', timezone: 'UTC' }

const days = (first: string, count: number, step = 1): readonly string[] =>
  Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * step * 86_400_000).toISOString().slice(0, 10))

const wave = (at: number, seed: number, height: number): number =>
  Math.round(height * (1 + 0.01 * at) * (0.8 + 0.2 * Math.sin((at + seed) * 0.9) + (0.1 * ((at * 7 + seed * 13) % 5)) / 5))

function entry(series: string, label: string, group: Group, values: readonly (number | null)[]): SegmentationEntry {
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  return { series, label, group, values, total }
}

const month = days('2026-10-20', 30)

export const oneSeries: SegmentationAnswer = {
  kind: 'segmentation',
  interval: 'day',
  buckets: month,
  series: [
    entry(
      'A',
      'file_saved',
      [],
      month.map((_, at) => wave(at, 1, 1200)),
    ),
  ],
}

export const compared: SegmentationAnswer = {
  ...oneSeries,
  series: [
    ...oneSeries.series,
    {
      ...entry(
        'A',
        'file_saved',
        [],
        month.map((_, at) => wave(at, 4, 1010)),
      ),
      compare: true,
    },
  ],
}

export const brokenDown: SegmentationAnswer = {
  ...oneSeries,
  series: [['pro'], ['team'], ['free'], ['trial'], [''], [null], '$other' as const].map((group, at) =>
    entry(
      'A',
      'file_saved',
      group,
      month.map((_, day) => wave(day, at, Math.round(900 / (at + 1)))),
    ),
  ),
}

export const withGaps: SegmentationAnswer = {
  ...oneSeries,
  series: [
    entry(
      'A',
      'avg duration',
      [],
      month.map((_, at) => (at % 9 === 4 ? null : at % 7 === 0 ? 0 : wave(at, 2, 40) / 10)),
    ),
    entry(
      'B',
      'p90 duration',
      [],
      month.map((_, at) => (at > 20 && at < 25 ? null : wave(at, 5, 90) / 10)),
    ),
  ],
}

export const hostile: SegmentationAnswer = {
  ...oneSeries,
  series: [['<b>bold</b> & <script>'], ['emoji 🎉 "quoted"'], ['a very long value that nobody would choose but somebody has']].map(
    (group, at) =>
      entry(
        'A',
        'odd',
        group,
        month.map((_, day) => wave(day, at, 300)),
      ),
  ),
}

const seconds = (median: number): Seconds => ({ median, avg: median * 1.8, p90: median * 5 })

function reached(group: Group, counts: readonly number[]): FunnelGroup {
  return {
    group,
    counts,
    stepSeconds: counts.map((_, at) => (at === 0 ? null : seconds(90 * 8 ** at))),
    totalSeconds: seconds(90 * 8 ** (counts.length - 1)),
  }
}

export const funnel: FunnelAnswer = {
  kind: 'funnel',
  steps: [{ label: 'signup' }, { label: 'trial_started' }, { label: 'file_saved' }, { label: 'subscription_paid' }],
  overall: reached([], [4210, 2530, 1904, 611]),
  groups: [],
  trend: {
    buckets: days('2026-09-07', 11, 7),
    series: [
      {
        group: [],
        entered: days('2026-09-07', 11, 7).map((_, at) => wave(at, 3, 380)),
        converted: days('2026-09-07', 11, 7).map((_, at) => wave(at, 6, 60)),
      },
    ],
  },
}

export const funnelBrokenDown: FunnelAnswer = {
  ...funnel,
  groups: [
    reached(['google'], [1800, 1220, 960, 340]),
    reached(['direct'], [1400, 800, 600, 190]),
    reached([null], [610, 300, 200, 51]),
    reached('$other', [400, 210, 144, 30]),
  ],
}

const periods = 8
const weeks = days('2026-09-07', 11, 7)

export const retention: RetentionAnswer = {
  kind: 'retention',
  unit: 'week',
  periods,
  overall: {
    group: [],
    size: 4021,
    returned: Array.from({ length: periods + 1 }, (_, period) => Math.round(4021 * rateAt(period))),
    eligible: Array.from({ length: periods + 1 }, () => 4021),
    rates: Array.from({ length: periods + 1 }, (_, period) => rateAt(period)),
  },
  cohorts: weeks.map((start, at): Cohort => {
    const size = at === 4 ? 0 : wave(at, 2, 360)
    const shown = Array.from({ length: periods + 1 }, (_, period) => period)
    return {
      start,
      size,
      returned: shown.map(period => (at + period > 10 ? 0 : Math.round(size * rateAt(period) * (at + period === 10 ? 0.5 : 1)))),
      complete: shown.map(period => at + period < 10),
    }
  }),
  groups: [],
}

export const retentionBrokenDown: RetentionAnswer = {
  ...retention,
  groups: [['pro'], ['free']].map((group, at) => ({
    group,
    size: 2400 - at * 900,
    returned: retention.overall.returned,
    eligible: retention.overall.eligible,
    rates: retention.overall.rates.map(rate => (rate === null ? null : rate * (1 - at * 0.4))),
  })),
}

function rateAt(period: number): number {
  return period === 0 ? 0.72 : 0.18 + 0.34 / (period + 0.4)
}
