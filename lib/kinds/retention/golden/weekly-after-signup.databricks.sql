-- Sounding: retention
with
  `starts` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p1
      and (
        `e`.`event_time` >= timestamp '2026-08-10 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `returns` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`
    from
      `sample` as `e`
    where
      (
        `e`.`event_time` >= timestamp '2026-08-10 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `members` as (
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
          `starts`
        group by
          `entity`
      ) as `firsts`
  ),
  `united` as (
    select
      `entity`,
      bit_or(shiftleft(1L, cast(`period` as int))) as `periods0`
    from
      (
        select
          `members`.`entity`,
          (((`returns`.`at` + -1786320000000000) div 604800000000) - `cohort`) as `period`
        from
          `members`
          inner join `returns` on `returns`.`entity` = `members`.`entity`
        where
          `returns`.`at` > `started`
      ) as `found`
    where
      `period` >= 0
      and `period` <= 8
    group by
      `entity`
  ),
  `returned` as (
    select
      `members`.`cohort`,
      `started`,
      `periods0`
    from
      `members`
      left join `united` on `united`.`entity` = `members`.`entity`
  )
select
  `cohort`,
  count(*) as `entities`,
  count_if((`periods0` & 1) <> 0) as `returned0`,
  count_if((`periods0` & 2) <> 0) as `returned1`,
  count_if((`periods0` & 4) <> 0) as `returned2`,
  count_if((`periods0` & 8) <> 0) as `returned3`,
  count_if((`periods0` & 16) <> 0) as `returned4`,
  count_if((`periods0` & 32) <> 0) as `returned5`,
  count_if((`periods0` & 64) <> 0) as `returned6`,
  count_if((`periods0` & 128) <> 0) as `returned7`,
  count_if((`periods0` & 256) <> 0) as `returned8`
from
  `returned`
group by
  `cohort`
-- :p1: "signup"
