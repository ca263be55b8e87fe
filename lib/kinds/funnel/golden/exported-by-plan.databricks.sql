-- Sounding: funnel
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      case
        when `e`.`event_type` = :p1 then 1
        when `e`.`event_type` in (:p2, :p3) then 2
        else 0
      end as `steps`,
      case
        when `e`.`event_type` in (:p2, :p3) then try_element_at (`e`.`event_properties`, :p4)
      end as `group1`,
      case
        when `e`.`event_type` in (:p2, :p3) then try_element_at (`e`.`event_properties`, :p5)
      end as `group2`
    from
      `sample` as `e`
    where
      `e`.`event_type` in (:p1, :p2, :p3)
      and (
        `e`.`event_time` >= timestamp '2026-10-01 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-10-15 01:00:00.000000Z'
      )
      and `e`.`user_id` is not null
  ),
  `candidates` as (
    select
      `entity`,
      `at`,
      `steps`,
      `group1`,
      `group2`,
      row_number() over (
        partition by
          `entity`
        order by
          `at`,
          `steps`,
          `group1` asc nulls first,
          `group2` asc nulls first
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
          `steps` = 1
          and `at` < 1792022400000000
        ) then struct(`at` as `at1`)
      end as `chain1`
    from
      `candidates`
  ),
  `linked2` as (
    select
      *,
      case
        when `steps` = 2 then last(`chain1`, true) over (
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
        and `at` <= (`link2`.`at1` + 3600000000) then struct(`link2`.`at1` as `at1`, `at` as `at2`, `group1` as `group1`, `group2` as `group2`)
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
                  end as `at2`,
                  case
                    when false then `group1`
                  end as `group1`,
                  case
                    when false then `group2`
                  end as `group2`
                )
              end,
              case
                when `chain2` is not null then struct(
                  2 as reached,
                  `chain2`.`at1` as `at1`,
                  `chain2`.`at2` as `at2`,
                  `chain2`.`group1` as `group1`,
                  `chain2`.`group2` as `group2`
                )
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
      max_by(`at2`, reached * 288230376151711744 - `position`) as `at2`,
      max_by(`group1`, reached * 288230376151711744 - `position`) as `group1`,
      max_by(`group2`, reached * 288230376151711744 - `position`) as `group2`
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
      `group1`,
      `group2`,
      (cast((`at2` - `at1`) as double) / 1000000) as `seconds0`,
      (cast((`at2` - `at1`) as double) / 1000000) as `seconds2`
    from
      `reported`
  ),
  `totals` as (
    select
      `group1`,
      `group2`,
      count(*) as `total`
    from
      `entities`
    group by
      `group1`,
      `group2`
  ),
  `ranked` as (
    select
      `group1`,
      `group2`,
      row_number() over (
        order by
          `total` desc nulls last,
          `group1` asc nulls first,
          `group2` asc nulls first
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
  )
select
  *
from
  (
    select
      'overall' as `part`,
      cast(null as bigint) as `rank`,
      cast(null as bigint) as `bucket`,
      cast(null as string) as `group1`,
      cast(null as string) as `group2`,
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
      'group' as `part`,
      coalesce(`kept`.`rank`, 11) as `rank`,
      cast(null as bigint) as `bucket`,
      min(`kept`.`group1`) as `group1`,
      min(`kept`.`group2`) as `group2`,
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
      left join `kept` on (
        `entities`.`group1` is not distinct
        from
          `kept`.`group1`
          and `entities`.`group2` is not distinct
        from
          `kept`.`group2`
      )
    group by
      coalesce(`kept`.`rank`, 11)
    union all
    select
      'trend' as `part`,
      coalesce(`kept`.`rank`, 11) as `rank`,
      ((`at1` + -1790812800000000) div 86400000000) as `bucket`,
      min(`kept`.`group1`) as `group1`,
      min(`kept`.`group2`) as `group2`,
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
      left join `kept` on (
        `entities`.`group1` is not distinct
        from
          `kept`.`group1`
          and `entities`.`group2` is not distinct
        from
          `kept`.`group2`
      )
    group by
      coalesce(`kept`.`rank`, 11),
      ((`at1` + -1790812800000000) div 86400000000)
  ) as `parts`
-- :p1: "application_opened"
-- :p2: "file_saved"
-- :p3: "file_exported"
-- :p4: "plan"
-- :p5: "platform"
