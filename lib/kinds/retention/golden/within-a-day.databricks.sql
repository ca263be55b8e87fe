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
        `e`.`event_time` >= timestamp '2026-10-01 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 00:00:00.000000Z'
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
      `e`.`event_type` = :p2
      and (
        `e`.`event_time` >= timestamp '2026-10-01 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
      and try_element_at (`e`.`event_properties`, :p3) in (:p4, :p5, :p6)
  ),
  `members` as (
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
          ((`returns`.`at` - `started`) div 86400000000) as `period`
        from
          `members`
          inner join `returns` on `returns`.`entity` = `members`.`entity`
        where
          `returns`.`at` > `started`
      ) as `found`
    where
      `period` >= 0
      and `period` <= 7
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
  max(`started`) as `last_start`,
  count_if((`periods0` & 1) <> 0) as `returned0`,
  count_if((`periods0` & 2) <> 0) as `returned1`,
  count_if((`periods0` & 4) <> 0) as `returned2`,
  count_if((`periods0` & 8) <> 0) as `returned3`,
  count_if((`periods0` & 16) <> 0) as `returned4`,
  count_if((`periods0` & 32) <> 0) as `returned5`,
  count_if((`periods0` & 64) <> 0) as `returned6`,
  count_if((`periods0` & 128) <> 0) as `returned7`
from
  `returned`
group by
  `cohort`
-- :p1: "project_created"
-- :p2: "application_opened"
-- :p3: "platform"
-- :p4: "mac"
-- :p5: "windows"
-- :p6: "linux"
