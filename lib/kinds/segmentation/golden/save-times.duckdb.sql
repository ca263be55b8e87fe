-- Sounding: segmentation
with
  "scanned" as (
    select
      epoch_us("e"."event_time") as "at",
      case
        when not contains("e"."event_properties" [$1], '_')
        and not contains("e"."event_properties" [$1], '+-')
        and isfinite(try_cast ("e"."event_properties" [$1] as double)) then try_cast ("e"."event_properties" [$1] as double)
      end as "number1"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $2
      and (
        "e"."event_time" >= timestamp '2026-10-01 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 00:00:00.000000'
      )
      and "e"."user_key" is not null
      and (
        case
          when not contains("e"."event_properties" [$1], '_')
          and not contains("e"."event_properties" [$1], '+-')
          and isfinite(try_cast ("e"."event_properties" [$1] as double)) then try_cast ("e"."event_properties" [$1] as double)
        end >= cast($3 as double)
        and case
          when not contains("e"."event_properties" [$1], '_')
          and not contains("e"."event_properties" [$1], '+-')
          and isfinite(try_cast ("e"."event_properties" [$1] as double)) then try_cast ("e"."event_properties" [$1] as double)
        end <= cast($4 as double)
      )
  ),
  "matched" as not materialized (
    select
      "scanned"."number1",
      (("scanned"."at" + -1790812800000000) // 86400000000) as "bucket"
    from
      "scanned"
  )
select
  *
from
  (
    select
      case
        when "matched"."bucket" is null then 'total'
        else 'bucket'
      end as "part",
      cast(null as bigint) as "period",
      cast(null as bigint) as "rank",
      "matched"."bucket" as "bucket",
      quantile_cont("number1", 0.5) filter(
        where
          $5
      ) as "A",
      quantile_cont("number1", 0.95) filter(
        where
          $5
      ) as "B"
    from
      "matched"
    group by
      grouping sets (("matched"."bucket"), ())
  ) as "parts"
-- $1: "duration_ms"
-- $2: "file_saved"
-- $3: 0
-- $4: 60000
-- $5: true
