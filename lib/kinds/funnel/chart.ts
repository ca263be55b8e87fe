import {
  type AnswerMoment,
  assignGroupColours,
  type ChartSpec,
  type Drawing,
  groupKey,
  groupLabel,
  type Headline,
  isUnfinished,
  type StepsGroup,
  type Table,
  type TableColumn,
} from '@/lib/chart'
import type { Group } from '@/lib/parts/group'
import type { FunnelAnswer, FunnelGroup } from './answer'
import type { FunnelDocument } from './document'
import { funnelSummary } from './summary'

type Answer = FunnelAnswer & { readonly meta?: AnswerMoment }

/** Steps with what was lost between them, and the conversion over time where the question asks for an interval. */
export function funnelChart(answer: Answer, document: FunnelDocument): ChartSpec {
  return {
    title: funnelSummary(document),
    headlines: headlines(answer),
    drawings: [drawSteps(answer), ...drawTrend(answer, document)],
    table: table(answer),
    notes: notes(answer, document),
  }
}

const shownGroups = (answer: FunnelAnswer): readonly FunnelGroup[] => (answer.groups.length > 0 ? answer.groups : [answer.overall])

const nameOf = (group: Group): string => (group.length === 0 ? 'All' : groupLabel(group))

const rate = (part: number | undefined, whole: number | undefined): number | null =>
  part === undefined || whole === undefined || whole === 0 ? null : part / whole

function headlines({ overall, steps }: FunnelAnswer): readonly Headline[] {
  const last = overall.counts.length - 1
  const converted: Headline = {
    key: 'converted',
    label: 'Converted',
    value: rate(overall.counts[last], overall.counts[0]),
    format: 'rate',
    detail: `from ${steps[0]?.label ?? 'first step'} to ${steps[last]?.label ?? 'last step'}`,
  }
  return [
    converted,
    { key: 'entered', label: 'Entered', value: overall.counts[0] ?? null, format: 'count' },
    { key: 'completed', label: 'Completed', value: overall.counts[last] ?? null, format: 'count' },
    {
      key: 'time',
      label: 'Median time',
      value: overall.totalSeconds?.median ?? null,
      format: 'seconds',
      detail: 'from first to last step',
    },
  ]
}

function drawSteps(answer: FunnelAnswer): Drawing {
  const groups = shownGroups(answer)
  const colourOf = assignGroupColours(groups.map(({ group }) => group))
  const steps = groups.map(
    ({ group, counts, stepSeconds }): StepsGroup => ({
      key: groupKey(group),
      label: nameOf(group),
      colour: group.length === 0 ? 0 : colourOf(group),
      counts,
      medianSeconds: stepSeconds.map(seconds => seconds?.median ?? null),
    }),
  )
  return { name: 'steps', label: 'Steps', mark: { mark: 'steps', steps: answer.steps.map(({ label }) => label), groups: steps } }
}

function drawTrend(answer: Answer, document: FunnelDocument): readonly Drawing[] {
  if (answer.trend === undefined || document.interval === undefined) return []
  const { buckets, series } = answer.trend
  const colourOf = assignGroupColours(series.map(({ group }) => group))
  const lines = series.map(({ group, entered, converted }) => ({
    key: groupKey(group),
    label: nameOf(group),
    colour: group.length === 0 ? 0 : colourOf(group),
    format: 'rate' as const,
    values: entered.map((count, at) => rate(converted[at], count)),
    total: rate(sum(converted), sum(entered)),
    isComparison: false,
    incompleteFrom: unfinishedFrom(answer, document.interval ?? 'day'),
  }))
  const positions = { type: 'time', interval: document.interval, buckets } as const
  return [{ name: 'trend', label: 'Conversion over time', mark: { mark: 'line', positions, series: lines, format: 'rate' } }]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function unfinishedFrom({ trend, meta }: Answer, interval: string): number | null {
  if (trend === undefined || meta === undefined) return null
  const first = trend.buckets.findIndex(bucket => isUnfinished(bucket, interval, meta))
  return first === -1 ? null : first
}

function table(answer: FunnelAnswer): Table {
  const isBrokenDown = answer.groups.length > 0
  const columns: readonly TableColumn[] = [
    ...(isBrokenDown ? [{ key: 'group', label: 'Group', holds: 'text' } as const] : []),
    { key: 'step', label: 'Step', holds: 'text' },
    { key: 'users', label: 'Users', holds: 'number', format: 'count' },
    { key: 'ofFirst', label: 'Of first step', holds: 'number', format: 'rate' },
    { key: 'ofBefore', label: 'Of step before', holds: 'number', format: 'rate' },
    { key: 'lost', label: 'Lost here', holds: 'number', format: 'count' },
    { key: 'median', label: 'Median time', holds: 'number', format: 'seconds' },
    { key: 'average', label: 'Average time', holds: 'number', format: 'seconds' },
    { key: 'p90', label: '90th percentile', holds: 'number', format: 'seconds' },
  ]
  const groups = isBrokenDown ? [answer.overall, ...answer.groups] : [answer.overall]
  const rows = groups.flatMap(({ group, counts, stepSeconds }) =>
    answer.steps.map(({ label }, step) => {
      const count = counts[step] ?? 0
      const before = step === 0 ? undefined : counts[step - 1]
      const seconds = stepSeconds[step]
      return [
        ...(isBrokenDown ? [nameOf(group)] : []),
        `${step + 1}. ${label}`,
        count,
        rate(count, counts[0]),
        rate(count, before),
        before === undefined ? null : before - count,
        seconds?.median ?? null,
        seconds?.avg ?? null,
        seconds?.p90 ?? null,
      ]
    }),
  )
  return { columns, rows }
}

function notes(answer: Answer, document: FunnelDocument): readonly string[] {
  if (document.interval === undefined || unfinishedFrom(answer, document.interval) === null) return []
  return [`The last ${document.interval} is not over yet: its values are drawn dashed and may still change.`]
}
