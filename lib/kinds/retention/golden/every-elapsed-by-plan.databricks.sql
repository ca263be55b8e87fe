-- Sounding: retention
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      (
        true
        and unix_micros(`e`.`event_time`) < 1793523600000001
      ) as `is_start`,
      true as `is_return`,
      try_element_at (`e`.`event_properties`, :p1) as `group1`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p2
      and (
        `e`.`event_time` >= timestamp '2026-09-07 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
      and try_element_at (`e`.`event_properties`, :p1) is not null
  ),
  `starts` as (
    select
      `entity`,
      `at`,
      `group1`
    from
      `scanned`
    where
      `is_start`
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
  `starters` as (
    select
      `entity`,
      ((`at` + -1788739200000000) div 604800000000) as `cohort`,
      min(`at`) as `started`
    from
      `starts`
    group by
      `entity`,
      ((`at` + -1788739200000000) div 604800000000)
  ),
  `first_texts` as (
    select
      `starters`.`entity`,
      `starters`.`cohort`,
      `starters`.`started`,
      min(struct(`starts`.`group1` is not null as `s0`, `starts`.`group1` as `v0`)) as `texts`
    from
      `starters`
      inner join `starts` on `starts`.`entity` = `starters`.`entity`
      and `starts`.`at` = `starters`.`started`
    group by
      `starters`.`entity`,
      `starters`.`cohort`,
      `starters`.`started`
  ),
  `members` as (
    select
      `entity`,
      `cohort`,
      `started`,
      `texts`.`v0` as `group1`
    from
      `first_texts`
  ),
  `totals` as (
    select
      `group1`,
      count(*) as `total`
    from
      `members`
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
  `ranked_members` as (
    select
      `entity`,
      `cohort`,
      `started`,
      coalesce(`kept`.`rank`, 11) as `rank`
    from
      `members`
      left join `kept` on `members`.`group1` is not distinct
    from
      `kept`.`group1`
  ),
  `last_returns` as (
    select
      `entity`,
      max(`at`) as `at`
    from
      `returns`
    group by
      `entity`
  ),
  `returned` as (
    select
      `cohort`,
      `rank`,
      `started`,
      case
        when `last_returns`.`at` > `started` then ((`last_returns`.`at` - `started`) div 604800000000)
      end as `last_period`
    from
      `ranked_members`
      left join `last_returns` on `last_returns`.`entity` = `ranked_members`.`entity`
  ),
  `counted` as (
    select
      `cohort`,
      `rank`,
      count(*) as `entities`,
      max(`started`) as `last_start`,
      count_if(`last_period` >= 0) as `returned0`,
      count_if(`last_period` >= 1) as `returned1`,
      count_if(`last_period` >= 2) as `returned2`,
      count_if(`last_period` >= 3) as `returned3`,
      count_if(`last_period` >= 4) as `returned4`,
      count_if(`last_period` >= 5) as `returned5`,
      count_if(`last_period` >= 6) as `returned6`
    from
      `returned`
    group by
      `cohort`,
      `rank`
  )
select
  `counted`.*,
  `kept`.`group1`
from
  `counted`
  left join `kept` on `kept`.`rank` = `counted`.`rank`
-- :p1: "plan"
-- :p2: "file_exported"
