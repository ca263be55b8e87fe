-- Sounding: segmentation
with
  `scanned` as (
    select
      unix_micros(`e`.`event_time`) as `at`,
      case
        when try_element_at (`e`.`event_properties`, :p1) rlike '\\A\\s*[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?\\s*\\z'
        and abs(
          try_cast (
            trim(
              both ' 	
'
              from
                try_element_at (`e`.`event_properties`, :p1)
            ) as double
          )
        ) < double('infinity') then try_cast (
          trim(
            both ' 	
'
            from
              try_element_at (`e`.`event_properties`, :p1)
          ) as double
        )
      end as `number1`
    from
      `sample` as `e`
    where
      `e`.`event_type` = :p2
      and (
        (
          `e`.`event_time` >= timestamp '2026-10-01 00:00:00.000000Z'
          and `e`.`event_time` < timestamp '2026-11-01 09:00:00.000001Z'
        )
        or (
          `e`.`event_time` >= timestamp '2026-07-01 00:00:00.000000Z'
          and `e`.`event_time` < timestamp '2026-08-02 00:00:00.000000Z'
        )
      )
      and `e`.`user_id` is not null
  ),
  `matched` as (
    select
      `scanned`.`number1`,
      case
        when `periods`.`period` = 0 then ((`scanned`.`at` + -1790812800000000) div 86400000000)
        else ((`scanned`.`at` + -1782864000000000) div 86400000000)
      end as `bucket`,
      `periods`.`period`
    from
      `scanned`
      cross join
    values
      (0),
      (1) as `periods` (`period`)
    where
      (
        (
          `periods`.`period` = 0
          and `scanned`.`at` >= 1790812800000000
          and `scanned`.`at` < 1793523600000001
        )
        or (
          `periods`.`period` = 1
          and `scanned`.`at` >= 1782864000000000
          and `scanned`.`at` < 1785628800000000
        )
      )
  ),
  `partial` as (
    select
      `period`,
      `bucket`,
      sum(`number1`) as `sum_A`
    from
      `matched`
    group by
      `period`,
      `bucket`
  )
select
  *
from
  (
    select
      'bucket' as `part`,
      `period` as `period`,
      cast(null as bigint) as `rank`,
      `bucket` as `bucket`,
      sum(`sum_A`) as `A`
    from
      `partial`
    group by
      `period`,
      `bucket`
    union all
    select
      'total' as `part`,
      `period` as `period`,
      cast(null as bigint) as `rank`,
      cast(null as bigint) as `bucket`,
      sum(`sum_A`) as `A`
    from
      `partial`
    group by
      `period`
  ) as `parts`
-- :p1: "amount"
-- :p2: "subscription_paid"
