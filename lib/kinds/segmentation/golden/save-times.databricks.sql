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
        `e`.`event_time` >= timestamp '2026-10-01 00:00:00.000000Z'
        and `e`.`event_time` < timestamp '2026-11-01 00:00:00.000000Z'
      )
      and `e`.`user_id` is not null
      and (
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
        end >= cast(:p3 as double)
        and case
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
        end <= cast(:p4 as double)
      )
  ),
  `matched` as (
    select
      `scanned`.`number1`,
      ((`scanned`.`at` + -1790812800000000) div 86400000000) as `bucket`
    from
      `scanned`
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
      percentile(`number1`, 0.5) filter (
        where
          :p5
      ) as `A`,
      percentile(`number1`, 0.95) filter (
        where
          :p5
      ) as `B`
    from
      `matched`
    group by
      grouping sets ((`matched`.`bucket`), ())
  ) as `parts`
-- :p1: "duration_ms"
-- :p2: "file_saved"
-- :p3: 0
-- :p4: 60000
-- :p5: true
