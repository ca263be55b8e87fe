// The statements that Mitzu 0.6.11 (MIT, the last open version) sends for a table with a MAP column: the same CTEs, joins and distinct
// counts, in DuckDB's dialect. They count by user_id, the only column a peer knows that tells users apart.
import { quote } from './question'

export interface MitzuEvents {
  readonly table: string
  readonly type: string
  readonly from: string
  readonly until: string
  readonly group?: string
  /** SQL conditions. */
  readonly where?: readonly string[]
}

const events = ({ table, type, from, until, group, where = [] }: MitzuEvents, time = 't1.event_time', distinct = ''): string =>
  `(select ${distinct} t1.user_id as _cte_user_id, ${time} as _cte_datetime, ${group === undefined ? 'null' : `t1.event_properties[${quote(group)}]`} as _cte_group
   from ${table} as t1
   where t1.event_type = ${quote(type)} and t1.event_time >= timestamp '${from}' and t1.event_time <= timestamp '${until}'
     and cast(t1.date as date) >= date '${from}' and cast(t1.date as date) <= date '${until}'${where.map(condition => ` and ${condition}`).join('')})`

export function mitzuSegmentation(series: readonly MitzuEvents[], aggregate: string): string {
  return series
    .map(
      one => `select date_trunc('DAY', anon_1._cte_datetime) as _datetime, anon_1._cte_group as _group, ${aggregate} as _agg_value
from ${events(one)} as anon_1 group by 1, 2`,
    )
    .join(' union all ')
}

export const users = 'count(distinct anon_1._cte_user_id)'
export const rows = 'count(*)'

/** Each step is joined with the one before, and its time compared with that of the first: every entry of a user is joined with all. */
export function mitzuFunnel(steps: readonly MitzuEvents[], windowDays: number): string {
  const name = (step: number): string => `anon_${step + 1}`
  const relations = steps.map((step, index) => `${name(index)} as ${events(step)}`).join(',\n')
  const joins = steps.slice(1).map(
    (_, index) => `left outer join ${name(index + 1)} on ${name(index)}._cte_user_id = ${name(index + 1)}._cte_user_id
 and ${name(index + 1)}._cte_datetime > ${name(index)}._cte_datetime
 and ${name(index + 1)}._cte_datetime <= anon_1._cte_datetime + interval '${windowDays}' day`,
  )
  const counts = steps.flatMap((_, index) => {
    const count = `count(distinct ${name(index)}._cte_user_id)`
    return [`${count} as _user_count_${index + 1}`, `(${count} * 100.0) / count(distinct anon_1._cte_user_id) as _agg_value_${index + 1}`]
  })
  return `with ${relations}
select null as _datetime, anon_1._cte_group as _group, ${counts.join(', ')}
from anon_1 ${joins.join('\n')} group by 1, 2`
}

/** Every start is joined with every period, and each of these with the returns in it. */
export function mitzuRetention(start: MitzuEvents, back: MitzuEvents, periods: number, days: number): string {
  const minute = "date_trunc('MINUTE', t1.event_time)"
  const since = (extra: string): string => `cast(anon_1._cte_datetime as date) + ret_indeces._ret_index * ${days}${extra}`
  return `with anon_1 as ${events(start, minute, 'distinct')},
anon_3 as (${Array.from({ length: periods + 1 }, (_, index) => `select ${index} as _ret_index`).join(' union all ')}),
anon_2 as ${events(back, minute, 'distinct')}
select null as _datetime, anon_1._cte_group as _group, ret_indeces._ret_index, count(distinct anon_1._cte_user_id) as _user_count_1,
  count(distinct anon_2._cte_user_id) as _user_count_2,
  (count(distinct anon_2._cte_user_id) * 100.0) / count(distinct anon_1._cte_user_id) as _agg_value
from anon_1 join anon_3 as ret_indeces on true
left outer join anon_2 on anon_1._cte_user_id = anon_2._cte_user_id
 and anon_2._cte_datetime > ${since('')} and anon_2._cte_datetime <= ${since(` + interval '${days}' day`)}
group by 1, 2, 3`
}
