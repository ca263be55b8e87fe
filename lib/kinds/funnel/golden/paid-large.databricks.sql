-- Sounding: funnel
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      `e`.`event_type` as `type`,
      case
        when (
          `e`.`event_type` = :p1
          and contains (lower(try_element_at (`e`.`event_properties`, :p2)), lower(:p3))
        ) then 1
        when `e`.`event_type` = :p4 then 2
        when (
          `e`.`event_type` = :p5
          and case
            when try_element_at (`e`.`event_properties`, :p6) rlike '\\A\\s*[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?\\s*\\z'
            and abs(
              try_cast (
                trim(
                  both ' 	
'
                  from
                    try_element_at (`e`.`event_properties`, :p6)
                ) as double
              )
            ) < double('infinity') then try_cast (
              trim(
                both ' 	
'
                from
                  try_element_at (`e`.`event_properties`, :p6)
              ) as double
            )
          end >= cast(:p7 as double)
        ) then 3
        else 0
      end as `steps`
    from
      `sample` as `e`
    where
      `e`.`event_type` in (:p1, :p4, :p5)
      and (
        `e`.`event_time` >= timestamp '2026-07-01 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
      and not coalesce((try_element_at (`e`.`event_properties`, :p8) in (:p9)), false)
  ),
  `candidates` as (
    select
      `entity`,
      `at`,
      `type`,
      `steps`
    from
      `scanned`
    where
      `steps` > 0
  ),
  `stage1` as (
    select
      *,
      case
        when (
          (
            `type` = :p1
            and `steps` = 1
          )
          and `at` < 1793523600000001
        ) then struct(`at` as `at1`)
      end as `chain1`
    from
      `candidates`
  ),
  `linked2` as (
    select
      *,
      case
        when `type` = :p4 then last(`chain1`, true) over (
          partition by
            `entity`
          order by
            `at`,
            `steps` rows between unbounded preceding
            and 1 preceding
        )
      end as `link2`
    from
      `stage1`
  ),
  `stage2` as (
    select
      *,
      case
        when `link2` is not null
        and `at` <= (`link2`.`at1` + 5184000000000) then struct(`link2`.`at1` as `at1`, `at` as `at2`)
      end as `chain2`
    from
      `linked2`
  ),
  `linked3` as (
    select
      *,
      case
        when (
          `type` = :p5
          and `steps` = 3
        ) then last(`chain2`, true) over (
          partition by
            `entity`
          order by
            `at`,
            `steps` rows between unbounded preceding
            and 1 preceding
        )
      end as `link3`
    from
      `stage2`
  ),
  `stage3` as (
    select
      *,
      case
        when `link3` is not null
        and `at` <= (`link3`.`at1` + 5184000000000) then struct(`link3`.`at1` as `at1`, `link3`.`at2` as `at2`, `at` as `at3`)
      end as `chain3`
    from
      `linked3`
  ),
  `chains` as (
    select
      `entity`,
      `at`,
      ended.*
    from
      (
        select
          `entity`,
          `at`,
          explode (
            array(
              case
                when `chain1` is not null then struct(
                  1 as reached,
                  `chain1`.`at1` as `at1`,
                  case
                    when false then `at`
                  end as `at2`,
                  case
                    when false then `at`
                  end as `at3`
                )
              end,
              case
                when `chain2` is not null then struct(
                  2 as reached,
                  `chain2`.`at1` as `at1`,
                  `chain2`.`at2` as `at2`,
                  case
                    when false then `at`
                  end as `at3`
                )
              end,
              case
                when `chain3` is not null then struct(3 as reached, `chain3`.`at1` as `at1`, `chain3`.`at2` as `at2`, `chain3`.`at3` as `at3`)
              end
            )
          ) as ended
        from
          `stage3`
      )
    where
      ended is not null
  ),
  `reported` as (
    select
      `entity`,
      max(reached) as reached,
      max_by(`at1`, reached * 288230376151711744 - `at`) as `at1`,
      max_by(`at2`, reached * 288230376151711744 - `at`) as `at2`,
      max_by(`at3`, reached * 288230376151711744 - `at`) as `at3`
    from
      chains
    group by
      `entity`
  ),
  `entities` as (
    select
      `entity`,
      `reached`,
      `at1`,
      (cast((`at3` - `at1`) as double) / 1000000) as `seconds0`,
      (cast((`at2` - `at1`) as double) / 1000000) as `seconds2`,
      (cast((`at3` - `at2`) as double) / 1000000) as `seconds3`
    from
      `reported`
  )
select
  *
from
  (
    select
      'overall' as `part`,
      cast(null as bigint) as `rank`,
      cast(null as bigint) as `bucket`,
      count(*) filter (
        where
          `reached` >= 1
      ) as `count1`,
      count(*) filter (
        where
          `reached` >= 2
      ) as `count2`,
      count(*) filter (
        where
          `reached` >= 3
      ) as `count3`,
      percentile(`seconds0`, 0.5) filter (
        where
          `reached` >= 3
      ) as `median_seconds0`,
      avg(`seconds0`) filter (
        where
          `reached` >= 3
      ) as `avg_seconds0`,
      percentile(`seconds0`, 0.9) filter (
        where
          `reached` >= 3
      ) as `p90_seconds0`,
      percentile(`seconds2`, 0.5) filter (
        where
          `reached` >= 2
      ) as `median_seconds2`,
      avg(`seconds2`) filter (
        where
          `reached` >= 2
      ) as `avg_seconds2`,
      percentile(`seconds2`, 0.9) filter (
        where
          `reached` >= 2
      ) as `p90_seconds2`,
      percentile(`seconds3`, 0.5) filter (
        where
          `reached` >= 3
      ) as `median_seconds3`,
      avg(`seconds3`) filter (
        where
          `reached` >= 3
      ) as `avg_seconds3`,
      percentile(`seconds3`, 0.9) filter (
        where
          `reached` >= 3
      ) as `p90_seconds3`
    from
      `entities`
  ) as `parts`
-- :p1: "ad_clicked"
-- :p2: "utm_source"
-- :p3: "google"
-- :p4: "signup"
-- :p5: "subscription_paid"
-- :p6: "amount"
-- :p7: 100
-- :p8: "country"
-- :p9: "XX"
