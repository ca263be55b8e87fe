-- Sounding: segmentation
with
  `scanned` as (
    select
      unix_micros(`e`.`event_time`) as `at`
    from
      `sample` as `e`
    where
      `e`.`event_type` in (:p1, :p2)
      and (
        `e`.`event_time` >= timestamp '2026-10-23 22:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-10-25 23:00:00.000000Z'
      )
      and `e`.`user_id` is not null
  ),
  `matched` as (
    select
      (
        (
          `scanned`.`at` + case
            when `scanned`.`at` < 1792890000000000 then -1792792800000000
            else -1792792800000000
          end
        ) div 3600000000
      ) as `bucket`
    from
      `scanned`
  ),
  `partial` as (
    select
      `bucket`,
      count(*) as `events_A`
    from
      `matched`
    group by
      `bucket`
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
      sum(`events_A`) as `A`
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
      sum(`events_A`) as `A`
    from
      `partial`
  ) as `parts`
-- :p1: "file_saved"
-- :p2: "file_exported"
