import type { Row } from '@/lib/engines/engine'
import type { Group } from '@/lib/parts/group'
import { type RankedGroup, readGroups } from '@/lib/parts/read-groups'
import type { FunnelAnswer, FunnelGroup, FunnelTrend, Seconds } from './answer'
import { countColumn, statisticColumn } from './plan'
import type { FunnelQuestion } from './resolve'

export function readRows(rows: readonly Row[], question: FunnelQuestion): FunnelAnswer {
  const groups = readGroups(rows, question)
  const rowOf = (rank: number): Row => rows.find(row => row.part === 'group' && row.rank === rank) ?? {}
  const overall = rows.find(row => row.part === 'overall') ?? {}
  const lines = question.breakdown.length === 0 ? [{ rank: 0, group: [] }] : groups
  return {
    kind: 'funnel',
    steps: question.steps.map(({ label }) => ({ label })),
    overall: readGroup(overall, [], question),
    groups: groups.map(({ rank, group }) => readGroup(rowOf(rank), group, question)),
    ...(question.trend === null ? {} : { trend: readTrend(rows, lines, question.trend.labels, question) }),
  }
}

function readGroup(row: Row, group: Group, { steps }: FunnelQuestion): FunnelGroup {
  return {
    group,
    counts: steps.map((_, index) => Number(row[countColumn(index + 1)] ?? 0)),
    stepSeconds: steps.map((_, index) => (index === 0 ? null : readSeconds(row, index + 1))),
    totalSeconds: readSeconds(row, 0),
  }
}

function readSeconds(row: Row, step: number): Seconds | null {
  const [median, avg, p90] = (['median', 'avg', 'p90'] as const).map(statistic => row[statisticColumn(statistic, step)] ?? null)
  return median === null ? null : { median: Number(median), avg: Number(avg), p90: Number(p90) }
}

function readTrend(
  rows: readonly Row[],
  lines: readonly RankedGroup[],
  buckets: readonly string[],
  { steps }: FunnelQuestion,
): FunnelTrend {
  const cells = new Map(rows.filter(row => row.part === 'trend').map(row => [`${row.rank ?? 0} ${row.bucket}`, row]))
  const count = (rank: number, bucket: number, step: number) => Number(cells.get(`${rank} ${bucket}`)?.[countColumn(step)] ?? 0)
  return {
    buckets,
    series: lines.map(({ rank, group }) => ({
      group,
      entered: buckets.map((_, bucket) => count(rank, bucket, 1)),
      converted: buckets.map((_, bucket) => count(rank, bucket, steps.length)),
    })),
  }
}
