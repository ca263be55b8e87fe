-- Sounding: retention
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      coalesce(
        (
          `e`.`event_type` = :p1
          and unix_micros(`e`.`event_time`) < 1793491200000000
        ),
        false
      ) as `is_start`,
      coalesce(
        (
          `e`.`event_type` = :p2
          and try_element_at (`e`.`event_properties`, :p3) in (:p4, :p5, :p6)
        ),
        false
      ) as `is_return`
    from
      `sample` as `e`
    where
      `e`.`event_type` in (:p1, :p2)
      and (
        `e`.`event_time` >= timestamp '2026-10-01 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `starters` as (
    select
      `entity`,
      ((`started` + -1790812800000000) div 86400000000) as `cohort`,
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
      `at`
    from
      `scanned`
    where
      `is_return`
  ),
  `returned` as (
    select
      `cohort`,
      `period`,
      count(distinct `entity`) as `entities`
    from
      (
        select
          `members`.`entity`,
          `cohort`,
          ((`returns`.`at` - `started`) div 86400000000) as `period`
        from
          `members`
          inner join `returns` on `returns`.`entity` = `members`.`entity`
        where
          `returns`.`at` > `started`
      ) as `cells`
    where
      `period` >= 0
      and `period` <= 7
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
-- :p1: "project_created"
-- :p2: "application_opened"
-- :p3: "platform"
-- :p4: "mac"
-- :p5: "windows"
-- :p6: "linux"
