-- Sounding: retention
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      coalesce(
        (
          `e`.`event_type` = :p1
          and unix_micros(`e`.`event_time`) < 1793523600000001
        ),
        false
      ) as `is_start`,
      coalesce(true, false) as `is_return`
    from
      `sample` as `e`
    where
      (
        `e`.`event_time` >= timestamp '2026-08-10 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `starters` as (
    select
      `entity`,
      ((`started` + -1786320000000000) div 604800000000) as `cohort`,
      `started`
    from
      (
        select
          `entity`,
          min(`at`) as `started`
        from
          `scanned`
        where
          `is_start`
        group by
          `entity`
      ) as `firsts`
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
      ((`at` + -1786320000000000) div 604800000000) as `unit`,
      max(`at`) as `at`
    from
      `scanned`
    where
      `is_return`
    group by
      `entity`,
      ((`at` + -1786320000000000) div 604800000000)
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
      and `period` <= 8
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
-- :p1: "signup"
