-- Sounding: segmentation
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      try_element_at (`e`.`event_properties`, :p1) as `group1`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p2
      and (
        `e`.`event_time` >= timestamp '2026-08-10 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
      and not coalesce((try_element_at (`e`.`event_properties`, :p3) in (:p4, :p5)), false)
  ),
  `matched` as (
    select
      `scanned`.`entity`,
      `scanned`.`group1`,
      ((`scanned`.`at` + -1786320000000000) div 604800000000) as `bucket`
    from
      `scanned`
  ),
  `partial` as (
    select
      `bucket`,
      `group1`,
      `entity` as `entity`,
      count(*) as `events_A`
    from
      `matched`
    group by
      `bucket`,
      `group1`,
      `entity`
  ),
  `partial_total` as (
    select
      `group1`,
      `entity`,
      sum(`events_A`) as `events_A`
    from
      `partial`
    group by
      `group1`,
      `entity`
  ),
  `totals` as (
    select
      `group1`,
      count(*) filter (
        where
          `events_A` > 0
      ) as `total`
    from
      `partial_total`
    group by
      `group1`
  ),
  `ranked` as (
    select
      `group1`,
      row_number() over (
        order by
          `total` desc nulls last,
          `group1` asc nulls first
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
      `rank` <= 10
  ),
  `others` as (
    select
      `bucket`,
      `entity`,
      11 as `rank`,
      sum(`events_A`) as `events_A`
    from
      `partial`
      inner join `ranked` on `partial`.`group1` is not distinct
    from
      `ranked`.`group1`
    where
      `ranked`.`rank` > 10
    group by
      `bucket`,
      `entity`
  ),
  `others_total` as (
    select
      `rank`,
      `entity`,
      sum(`events_A`) as `events_A`
    from
      `others`
    group by
      `rank`,
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
      cast(null as double) as `A`
    from
      `kept`
    union all
    select
      'bucket' as `part`,
      cast(null as bigint) as `period`,
      `kept`.`rank` as `rank`,
      `counted`.`bucket` as `bucket`,
      cast(null as string) as `group1`,
      `counted`.`A` as `A`
    from
      (
        select
          `group1`,
          `bucket`,
          count(*) filter (
            where
              `events_A` > 0
          ) as `A`
        from
          `partial`
        group by
          `group1`,
          `bucket`
      ) as `counted`
      inner join `kept` on `counted`.`group1` is not distinct
    from
      `kept`.`group1`
    union all
    select
      'total' as `part`,
      cast(null as bigint) as `period`,
      `kept`.`rank` as `rank`,
      cast(null as bigint) as `bucket`,
      cast(null as string) as `group1`,
      `counted`.`A` as `A`
    from
      (
        select
          `group1`,
          count(*) filter (
            where
              `events_A` > 0
          ) as `A`
        from
          `partial_total`
        group by
          `group1`
      ) as `counted`
      inner join `kept` on `counted`.`group1` is not distinct
    from
      `kept`.`group1`
    union all
    select
      'bucket' as `part`,
      cast(null as bigint) as `period`,
      `rank` as `rank`,
      `bucket` as `bucket`,
      cast(null as string) as `group1`,
      count(*) filter (
        where
          `events_A` > 0
      ) as `A`
    from
      `others`
    group by
      `rank`,
      `bucket`
    union all
    select
      'total' as `part`,
      cast(null as bigint) as `period`,
      `rank` as `rank`,
      cast(null as bigint) as `bucket`,
      cast(null as string) as `group1`,
      count(*) filter (
        where
          `events_A` > 0
      ) as `A`
    from
      `others_total`
    group by
      `rank`
  ) as `parts`
-- :p1: "plan"
-- :p2: "application_opened"
-- :p3: "platform"
-- :p4: "ios"
-- :p5: "android"
