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
        `e`.`event_time` >= timestamp '2026-10-02 22:00:00.000000Z'
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
      `e`.`event_type` = :p1
      and (
        `e`.`event_time` >= timestamp '2026-10-02 22:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `happened` as (
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
      `at` as `started`,
      cast(null as bigint) as `returned`
    from
      `starts`
    union all
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
      cast(null as bigint) as `started`,
      `at` as `returned`
    from
      `returns`
  ),
  `units` as (
    select
      `entity`,
      `unit`,
      min(`started`) as `started`,
      max(`returned`) as `returned`
    from
      `happened`
    group by
      `entity`,
      `unit`
  ),
  `blocks` as (
    select
      `entity`,
      (`unit` div 32) as `block`,
      bit_or(
        case
          when `started` is not null then shiftleft(1L, cast((`unit` & 31) as int))
          else 0
        end
      ) as `starts`,
      bit_or(
        case
          when `returned` is not null then shiftleft(1L, cast((`unit` & 31) as int))
          else 0
        end
      ) as `returns`,
      bit_or(
        case
          when `returned` > `started` then shiftleft(1L, cast((`unit` & 31) as int))
          else 0
        end
      ) as `same_unit`
    from
      `units`
    group by
      `entity`,
      (`unit` div 32)
  ),
  `ahead` as (
    select
      `entity`,
      `block`,
      `starts`,
      `same_unit`,
      (
        `returns` + (
          (
            coalesce(
              first_value(`returns`) over (
                partition by
                  `entity`
                order by
                  `block` range between 1 following
                  and 1 following
              ),
              0
            ) & 2147483647
          ) * 4294967296
        )
      ) as `periods0`
    from
      `blocks`
  ),
  `cells` as (
    select
      `entity`,
      ((`block` * 32) + `bits`.`bit`) as `cohort`,
      (
        (shiftright(`periods0`, cast(`bits`.`bit` as int)) & 4294967294) + (shiftright(`same_unit`, cast(`bits`.`bit` as int)) & 1)
      ) as `periods0`
    from
      `ahead`
      cross join range (32) as `bits` (`bit`)
    where
      (shiftright(`starts`, cast(`bits`.`bit` as int)) & 1) = 1
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
  count_if((`periods0` & 256) <> 0) as `returned8`,
  count_if((`periods0` & 512) <> 0) as `returned9`,
  count_if((`periods0` & 1024) <> 0) as `returned10`,
  count_if((`periods0` & 2048) <> 0) as `returned11`,
  count_if((`periods0` & 4096) <> 0) as `returned12`,
  count_if((`periods0` & 8192) <> 0) as `returned13`,
  count_if((`periods0` & 16384) <> 0) as `returned14`
from
  `cells`
group by
  `cohort`
-- :p1: "file_saved"
