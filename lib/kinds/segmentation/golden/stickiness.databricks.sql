-- Sounding: segmentation
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`
    from
      `sample` as `e`
    where
      (
        `e`.`event_time` >= timestamp '2026-08-04 22:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `matched` as (
    select
      `scanned`.`entity`,
      (
        (
          `scanned`.`at` + case
            when `scanned`.`at` < 1792890000000000 then -1788386400000000
            else -1788390000000000
          end
        ) div 86400000000
      ) as `bucket`,
      (
        (
          `scanned`.`at` + case
            when `scanned`.`at` < 1792890000000000 then -1785880800000000
            else -1785884400000000
          end
        ) div 86400000000
      ) as `day`,
      `scanned`.`at` >= 1788386400000000 as `in_A`,
      `scanned`.`at` >= 1785880800000000 as `in_B`
    from
      `scanned`
    where
      (
        `scanned`.`at` >= 1788386400000000
        or `scanned`.`at` >= 1785880800000000
      )
  ),
  `days_A` as (
    select
      `entity` as `entity`,
      `day` as `day`
    from
      `matched`
    where
      `in_A`
    group by
      `entity`,
      `day`
  ),
  `stays_A` as (
    select
      `day` as `enters`,
      least (
        (`day` + 1),
        coalesce(
          lead(`day`) over (
            partition by
              `entity`
            order by
              `day`
          ),
          (`day` + 1)
        )
      ) as `leaves`
    from
      `days_A`
  ),
  `changes_A` as (
    select
      case
        when `change` = 1 then `enters`
        else `leaves`
      end as `day`,
      `change`
    from
      `stays_A`
      cross join
    values
      (1),
      (-1) as `changes` (`change`)
  ),
  `daily_A` as (
    select
      greatest (`day`, 29) as `day`,
      sum(`change`) as `change`
    from
      `changes_A`
    group by
      greatest (`day`, 29)
  ),
  `days_B` as (
    select
      `entity` as `entity`,
      `day` as `day`
    from
      `matched`
    where
      `in_B`
    group by
      `entity`,
      `day`
  ),
  `stays_B` as (
    select
      `day` as `enters`,
      least (
        (`day` + 30),
        coalesce(
          lead(`day`) over (
            partition by
              `entity`
            order by
              `day`
          ),
          (`day` + 30)
        )
      ) as `leaves`
    from
      `days_B`
  ),
  `changes_B` as (
    select
      case
        when `change` = 1 then `enters`
        else `leaves`
      end as `day`,
      `change`
    from
      `stays_B`
      cross join
    values
      (1),
      (-1) as `changes` (`change`)
  ),
  `daily_B` as (
    select
      greatest (`day`, 29) as `day`,
      sum(`change`) as `change`
    from
      `changes_B`
    group by
      greatest (`day`, 29)
  )
select
  *
from
  (
    select
      'active' as `part`,
      cast(null as bigint) as `period`,
      cast(null as bigint) as `rank`,
      (`day` - 29) as `bucket`,
      sum(`change`) over (
        order by
          `day`
      ) as `A`,
      cast(null as double) as `B`
    from
      `daily_A`
    union all
    select
      'active' as `part`,
      cast(null as bigint) as `period`,
      cast(null as bigint) as `rank`,
      (`day` - 29) as `bucket`,
      cast(null as double) as `A`,
      sum(`change`) over (
        order by
          `day`
      ) as `B`
    from
      `daily_B`
  ) as `parts`
