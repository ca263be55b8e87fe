-- Sounding: retention
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      coalesce(
        (
          true
          and unix_micros(`e`.`event_time`) < 1793523600000001
        ),
        false
      ) as `is_start`,
      coalesce(true, false) as `is_return`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p1
      and (
        `e`.`event_time` >= timestamp '2026-10-02 22:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `starters` as (
    select
      `entity`,
      (
        (
          `at` + case
            when `at` < 1792890000000000 then -1790978400000000
            else -1790982000000000
          end
        ) div 86400000000
      ) as `cohort`,
      min(`at`) as `started`
    from
      `scanned`
    where
      `is_start`
    group by
      `entity`,
      (
        (
          `at` + case
            when `at` < 1792890000000000 then -1790978400000000
            else -1790982000000000
          end
        ) div 86400000000
      )
  ),
  `members` as (
    select
      *
    from
      `starters`
  ),
  `returns` as (
    select
      `entity`,
      (
        (
          `at` + case
            when `at` < 1792890000000000 then -1790978400000000
            else -1790982000000000
          end
        ) div 86400000000
      ) as `unit`,
      max(`at`) as `at`
    from
      `scanned`
    where
      `is_return`
    group by
      `entity`,
      (
        (
          `at` + case
            when `at` < 1792890000000000 then -1790978400000000
            else -1790982000000000
          end
        ) div 86400000000
      )
  ),
  `returned` as (
    select
      `cohort`,
      `period`,
      count(*) as `entities`
    from
      (
        select
          `members`.`entity`,
          `cohort`,
          (`returns`.`unit` - `cohort`) as `period`
        from
          `members`
          inner join `returns` on `returns`.`entity` = `members`.`entity`
        where
          `returns`.`at` > `started`
      ) as `cells`
    where
      `period` >= 0
      and `period` <= 14
    group by
      `cohort`,
      `period`
  )
select
  *
from
  (
    select
      'size' as `part`,
      `cohort`,
      cast(null as bigint) as `rank`,
      cast(null as bigint) as `period`,
      count(*) as `entities`,
      max(`started`) as `last_start`
    from
      `members`
    group by
      `cohort`
    union all
    select
      'returned' as `part`,
      `cohort`,
      cast(null as bigint) as `rank`,
      `period`,
      `entities`,
      cast(null as bigint) as `last_start`
    from
      `returned`
  ) as `parts`
-- :p1: "file_saved"
