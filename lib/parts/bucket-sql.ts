import type { Planner, Sql } from '@/sql'
import type { BucketRule } from './buckets'

/** The number of the bucket, from 0, that holds an instant in microseconds. */
export function bucketSql(at: Sql, rule: BucketRule, { eb, verbs }: Planner): Sql<number> {
  if (rule.by === 'boundaries') {
    if (rule.starts.length === 0) return verbs.constant(0)
    const [first, ...rest] = rule.starts as [number, ...number[]]
    const search = rest.reduce(
      (branches, start, index) => branches.when(eb(at, '<', verbs.int(start))).then(verbs.int(index + 1)),
      eb
        .case()
        .when(eb(at, '<', verbs.int(first)))
        .then(verbs.int(0)),
    )
    return search.else(verbs.int(rule.starts.length)).end()
  }
  const last = rule.segments.at(-1) as (typeof rule.segments)[number]
  const shift = rule.segments.slice(0, -1).reduceRight<Sql<number>>(
    (later, { until, add }) =>
      eb
        .case()
        .when(eb(at, '<', verbs.int(until as number)))
        .then(verbs.int(add))
        .else(later)
        .end(),
    verbs.int(last.add),
  )
  return verbs.quotient(verbs.add(at, shift), verbs.int(rule.unit))
}
