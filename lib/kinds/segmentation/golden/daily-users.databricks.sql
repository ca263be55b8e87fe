-- Sounding: segmentation
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p1
      and (
        `e`.`event_time` >= timestamp '2026-10-03 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `matched` as (
    select
      `scanned`.`entity`,
      ((`scanned`.`at` + -1790985600000000) div 86400000000) as `bucket`
    from
      `scanned`
  ),
  `partial` as (
    select
      `bucket`,
      `entity` as `entity`,
      count(*) as `events_A`
    from
      `matched`
    group by
      `bucket`,
      `entity`
  ),
  `partial_total` as (
    select
      `entity`,
      sum(`events_A`) as `events_A`
    from
      `partial`
    group by
      `entity`
  )
select
  *
from
  (
    select
      'bucket' as `part`,
      cast(null as bigint) as `period`,
      cast(null as bigint) as `rank`,
      `bucket` as `bucket`,
      count(*) filter (
        where
          `events_A` > 0
      ) as `A`
    from
      `partial`
    group by
      `bucket`
    union all
    select
      'total' as `part`,
      cast(null as bigint) as `period`,
      cast(null as bigint) as `rank`,
      cast(null as bigint) as `bucket`,
      count(*) filter (
        where
          `events_A` > 0
      ) as `A`
    from
      `partial_total`
  ) as `parts`
-- :p1: "file_saved"
