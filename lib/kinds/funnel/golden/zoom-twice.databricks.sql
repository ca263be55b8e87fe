-- Sounding: funnel
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      (
        case
          when true then 1
          else 0
        end + case
          when true then 2
          else 0
        end
      ) as `steps`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p1
      and (
        `e`.`event_time` >= timestamp '2026-10-26 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `candidates` as (
    select
      `entity`,
      `at`,
      `steps`,
      row_number() over (
        partition by
          `entity`
        order by
          `at`,
          `steps`
      ) as `position`
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
          (shiftright(`steps`, cast(0 as int)) & 1) = 1
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
        when (shiftright(`steps`, cast(1 as int)) & 1) = 1 then last(`chain1`, true) over (
          partition by
            `entity`
          order by
            `position` rows between unbounded preceding
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
        and `at` <= (`link2`.`at1` + 10000000) then struct(`link2`.`at1` as `at1`, `at` as `at2`)
      end as `chain2`
    from
      `linked2`
  ),
  `chains` as (
    select
      `entity`,
      `position`,
      ended.*
    from
      (
        select
          `entity`,
          `position`,
          explode (
            array(
              case
                when `chain1` is not null then struct(
                  1 as reached,
                  `chain1`.`at1` as `at1`,
                  case
                    when false then `at`
                  end as `at2`
                )
              end,
              case
                when `chain2` is not null then struct(2 as reached, `chain2`.`at1` as `at1`, `chain2`.`at2` as `at2`)
              end
            )
          ) as ended
        from
          `stage2`
      )
    where
      ended is not null
  ),
  `reported` as (
    select
      `entity`,
      max(reached) as reached,
      max_by(`at1`, reached * 288230376151711744 - `position`) as `at1`,
      max_by(`at2`, reached * 288230376151711744 - `position`) as `at2`
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
      (cast((`at2` - `at1`) as double) / 1000000) as `seconds0`,
      (cast((`at2` - `at1`) as double) / 1000000) as `seconds2`
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
      percentile(`seconds0`, 0.5) filter (
        where
          `reached` >= 2
      ) as `median_seconds0`,
      avg(`seconds0`) filter (
        where
          `reached` >= 2
      ) as `avg_seconds0`,
      percentile(`seconds0`, 0.9) filter (
        where
          `reached` >= 2
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
      ) as `p90_seconds2`
    from
      `entities`
    union all
    select
      'trend' as `part`,
      cast(null as bigint) as `rank`,
      ((`at1` + -1792972800000000) div 86400000000) as `bucket`,
      count(*) filter (
        where
          `reached` >= 1
      ) as `count1`,
      count(*) filter (
        where
          `reached` >= 2
      ) as `count2`,
      cast(null as double) as `median_seconds0`,
      cast(null as double) as `avg_seconds0`,
      cast(null as double) as `p90_seconds0`,
      cast(null as double) as `median_seconds2`,
      cast(null as double) as `avg_seconds2`,
      cast(null as double) as `p90_seconds2`
    from
      `entities`
    group by
      ((`at1` + -1792972800000000) div 86400000000)
  ) as `parts`
-- :p1: "viewport_zoomed"
