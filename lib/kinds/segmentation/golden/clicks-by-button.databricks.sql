-- Sounding: segmentation
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      try_element_at (`e`.`event_properties`, :p1) is not null as `in_A`,
      try_element_at (`e`.`event_properties`, :p1) as `group1`,
      try_element_at (`e`.`event_properties`, :p2) as `group2`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p3
      and (
        `e`.`event_time` >= timestamp '2026-10-11 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `matched` as (
    select
      `scanned`.`entity`,
      `scanned`.`group1`,
      `scanned`.`group2`,
      `scanned`.`in_A` as `in_A`
    from
      `scanned`
  ),
  `partial` as (
    select
      `group1`,
      `group2`,
      `entity` as `entity`,
      count(*) filter (
        where
          `in_A`
      ) as `events_A`,
      count(*) as `events_B`
    from
      `matched`
    group by
      `group1`,
      `group2`,
      `entity`
  ),
  `totals` as (
    select
      `group1`,
      `group2`,
      sum(`events_A`) as `total`
    from
      `partial`
    group by
      `group1`,
      `group2`
  ),
  `ranked` as (
    select
      `group1`,
      `group2`,
      row_number() over (
        order by
          `total` desc nulls last,
          `group1` asc nulls first,
          `group2` asc nulls first
      ) as `rank`
    from
      `totals`
  ),
  `kept` as (
    select
      *
    from
      `ranked`
    where
      `rank` <= 8
  ),
  `others` as (
    select
      `entity`,
      9 as `rank`,
      sum(`events_A`) as `events_A`,
      sum(`events_B`) as `events_B`
    from
      `partial`
      inner join `ranked` on (
        `partial`.`group1` is not distinct
        from
          `ranked`.`group1`
          and `partial`.`group2` is not distinct
        from
          `ranked`.`group2`
      )
    where
      `ranked`.`rank` > 8
    group by
      `entity`
  )
select
  *
from
  (
    select
      'group' as `part`,
      cast(null as bigint) as `period`,
      `rank` as `rank`,
      cast(null as bigint) as `bucket`,
      `group1` as `group1`,
      `group2` as `group2`,
      cast(null as double) as `A`,
      cast(null as double) as `B`
    from
      `kept`
    union all
    select
      'total' as `part`,
      cast(null as bigint) as `period`,
      `kept`.`rank` as `rank`,
      cast(null as bigint) as `bucket`,
      cast(null as string) as `group1`,
      cast(null as string) as `group2`,
      `counted`.`A` as `A`,
      `counted`.`B` as `B`
    from
      (
        select
          `group1`,
          `group2`,
          sum(`events_A`) as `A`,
          (
            cast(sum(`events_B`) as double) / nullif(
              count(*) filter (
                where
                  `events_B` > 0
              ),
              0
            )
          ) as `B`
        from
          `partial`
        group by
          `group1`,
          `group2`
      ) as `counted`
      inner join `kept` on (
        `counted`.`group1` is not distinct
        from
          `kept`.`group1`
          and `counted`.`group2` is not distinct
        from
          `kept`.`group2`
      )
    union all
    select
      'total' as `part`,
      cast(null as bigint) as `period`,
      `rank` as `rank`,
      cast(null as bigint) as `bucket`,
      cast(null as string) as `group1`,
      cast(null as string) as `group2`,
      sum(`events_A`) as `A`,
      (
        cast(sum(`events_B`) as double) / nullif(
          count(*) filter (
            where
              `events_B` > 0
          ),
          0
        )
      ) as `B`
    from
      `others`
    group by
      `rank`
  ) as `parts`
-- :p1: "button_name"
-- :p2: "platform"
-- :p3: "button_clicked"
