-- Sounding: segmentation
with
  `scanned` as (
    select
      unix_micros(`e`.`event_time`) as `at`,
      (
        not coalesce((try_element_at (`e`.`event_properties`, :p1) rlike :p2), false)
        and (
          try_element_at (`e`.`event_properties`, :p3) in (:p4, :p5)
          or (
            not coalesce((try_element_at (`e`.`event_properties`, :p3) is not null), false)
            and not coalesce((startswith (try_element_at (`e`.`event_properties`, :p6), :p7)), false)
          )
        )
      ) as `in_A`,
      try_element_at (`e`.`event_properties`, :p6) as `text1`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p8
      and (
        `e`.`event_time` >= timestamp '2026-09-01 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
      )
      and `e`.`user_id` is not null
  ),
  `matched` as (
    select
      `scanned`.`text1`,
      case
        when `scanned`.`at` < 1790812800000000 then 0
        when `scanned`.`at` < 1793491200000000 then 1
        else 2
      end as `bucket`
    from
      `scanned`
    where
      `scanned`.`in_A`
  )
select
  *
from
  (
    select
      case
        when `matched`.`bucket` is null then 'total'
        else 'bucket'
      end as `part`,
      cast(null as bigint) as `period`,
      cast(null as bigint) as `rank`,
      `matched`.`bucket` as `bucket`,
      count(distinct `text1`) filter (
        where
          :p9
      ) as `A`
    from
      `matched`
    group by
      grouping sets ((`matched`.`bucket`), ())
  ) as `parts`
-- :p1: "file_name"
-- :p2: "^(test|tmp)[-_]"
-- :p3: "plan"
-- :p4: "pro"
-- :p5: "team"
-- :p6: "country"
-- :p7: "X"
-- :p8: "file_exported"
-- :p9: true
