-- Sounding: funnel
with
  `scanned` as (
    select
      `e`.`user_id` as `entity`,
      unix_micros(`e`.`event_time`) as `at`,
      case
        when `e`.`event_type` = :p1 then 1
        when `e`.`event_type` = :p2 then 2
        when `e`.`event_type` = :p3 then 3
        when `e`.`event_type` = :p4 then 4
        else 0
      end as `steps`,
      case
        when `e`.`event_type` = :p1 then try_element_at (`e`.`event_properties`, :p5)
      end as `group1`
    from
      `sample` as `e`
    where
      `e`.`event_type` in (:p1, :p2, :p3, :p4)
      and (
        `e`.`event_time` >= timestamp '2026-09-07 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `candidates` as (
    select
      `entity`,
      `at`,
      `steps`,
      `group1`,
      row_number() over (
        partition by
          `entity`
        order by
          `at`,
          `steps`,
          `group1` asc nulls first
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
          and `at` < 1793523600000001
        ) then struct(`at` as `at1`, `group1` as `group1`)
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
        and `at` <= (`link2`.`at1` + 604800000000) then struct(`link2`.`at1` as `at1`, `link2`.`group1` as `group1`, `at` as `at2`)
      end as `chain2`
    from
      `linked2`
  ),
  `linked3` as (
    select
      *,
      case
        when `steps` = 3 then last(`chain2`, true) over (
          partition by
            `entity`
          order by
            `position` rows between unbounded preceding
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
        and `at` <= (`link3`.`at1` + 604800000000) then struct(
          `link3`.`at1` as `at1`,
          `link3`.`group1` as `group1`,
          `link3`.`at2` as `at2`,
          `at` as `at3`
        )
      end as `chain3`
    from
      `linked3`
  ),
  `linked4` as (
    select
      *,
      case
        when `steps` = 4 then last(`chain3`, true) over (
          partition by
            `entity`
          order by
            `position` rows between unbounded preceding
            and 1 preceding
        )
      end as `link4`
    from
      `stage3`
  ),
  `stage4` as (
    select
      *,
      case
        when `link4` is not null
        and `at` <= (`link4`.`at1` + 604800000000) then struct(
          `link4`.`at1` as `at1`,
          `link4`.`group1` as `group1`,
          `link4`.`at2` as `at2`,
          `link4`.`at3` as `at3`,
          `at` as `at4`
        )
      end as `chain4`
    from
      `linked4`
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
                  `chain1`.`group1` as `group1`,
                  case
                    when false then `at`
                  end as `at2`,
                  case
                    when false then `at`
                  end as `at3`,
                  case
                    when false then `at`
                  end as `at4`
                )
              end,
              case
                when `chain2` is not null then struct(
                  2 as reached,
                  `chain2`.`at1` as `at1`,
                  `chain2`.`group1` as `group1`,
                  `chain2`.`at2` as `at2`,
                  case
                    when false then `at`
                  end as `at3`,
                  case
                    when false then `at`
                  end as `at4`
                )
              end,
              case
                when `chain3` is not null then struct(
                  3 as reached,
                  `chain3`.`at1` as `at1`,
                  `chain3`.`group1` as `group1`,
                  `chain3`.`at2` as `at2`,
                  `chain3`.`at3` as `at3`,
                  case
                    when false then `at`
                  end as `at4`
                )
              end,
              case
                when `chain4` is not null then struct(
                  4 as reached,
                  `chain4`.`at1` as `at1`,
                  `chain4`.`group1` as `group1`,
                  `chain4`.`at2` as `at2`,
                  `chain4`.`at3` as `at3`,
                  `chain4`.`at4` as `at4`
                )
              end
            )
          ) as ended
        from
          `stage4`
      )
    where
      ended is not null
  ),
  `reported` as (
    select
      `entity`,
      max(reached) as reached,
      max_by(`at1`, reached * 288230376151711744 - `position`) as `at1`,
      max_by(`group1`, reached * 288230376151711744 - `position`) as `group1`,
      max_by(`at2`, reached * 288230376151711744 - `position`) as `at2`,
      max_by(`at3`, reached * 288230376151711744 - `position`) as `at3`,
      max_by(`at4`, reached * 288230376151711744 - `position`) as `at4`
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
      (cast((`at4` - `at1`) as double) / 1000000) as `seconds0`,
      (cast((`at2` - `at1`) as double) / 1000000) as `seconds2`,
      (cast((`at3` - `at2`) as double) / 1000000) as `seconds3`,
      (cast((`at4` - `at3`) as double) / 1000000) as `seconds4`
    from
      `reported`
  ),
  `totals` as (
    select
      `group1`,
      count(*) as `total`
    from
      `entities`
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
      `rank` <= 5
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
      count(*) filter (
        where
          `reached` >= 4
      ) as `count4`,
      percentile(`seconds0`, 0.5) filter (
        where
          `reached` >= 4
      ) as `median_seconds0`,
      avg(`seconds0`) filter (
        where
          `reached` >= 4
      ) as `avg_seconds0`,
      percentile(`seconds0`, 0.9) filter (
        where
          `reached` >= 4
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
      ) as `p90_seconds3`,
      percentile(`seconds4`, 0.5) filter (
        where
          `reached` >= 4
      ) as `median_seconds4`,
      avg(`seconds4`) filter (
        where
          `reached` >= 4
      ) as `avg_seconds4`,
      percentile(`seconds4`, 0.9) filter (
        where
          `reached` >= 4
      ) as `p90_seconds4`
    from
      `entities`
    union all
    select
      'group' as `part`,
      coalesce(`kept`.`rank`, 6) as `rank`,
      cast(null as bigint) as `bucket`,
      min(`kept`.`group1`) as `group1`,
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
      count(*) filter (
        where
          `reached` >= 4
      ) as `count4`,
      percentile(`seconds0`, 0.5) filter (
        where
          `reached` >= 4
      ) as `median_seconds0`,
      avg(`seconds0`) filter (
        where
          `reached` >= 4
      ) as `avg_seconds0`,
      percentile(`seconds0`, 0.9) filter (
        where
          `reached` >= 4
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
      ) as `p90_seconds3`,
      percentile(`seconds4`, 0.5) filter (
        where
          `reached` >= 4
      ) as `median_seconds4`,
      avg(`seconds4`) filter (
        where
          `reached` >= 4
      ) as `avg_seconds4`,
      percentile(`seconds4`, 0.9) filter (
        where
          `reached` >= 4
      ) as `p90_seconds4`
    from
      `entities`
      left join `kept` on `entities`.`group1` is not distinct
    from
      `kept`.`group1`
    group by
      coalesce(`kept`.`rank`, 6)
  ) as `parts`
-- :p1: "signup"
-- :p2: "project_created"
-- :p3: "file_saved"
-- :p4: "file_exported"
-- :p5: "country"
