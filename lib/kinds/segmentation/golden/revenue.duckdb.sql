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
        (
          "e"."event_time" >= timestamp '2026-10-01 00:00:00.000000'
          and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
        )
        or (
          "e"."event_time" >= timestamp '2026-07-01 00:00:00.000000'
          and "e"."event_time" < timestamp '2026-08-02 00:00:00.000000'
        )
      )
      and "e"."user_key" is not null
  ),
  "matched" as not materialized (
    select
      "scanned"."number1",
      case
        when "periods"."period" = 0 then (("scanned"."at" + -1790812800000000) // 86400000000)
        else (("scanned"."at" + -1782864000000000) // 86400000000)
      end as "bucket",
      "periods"."period"
    from
      "scanned"
      cross join (
        values
          (0),
          (1)
      ) as "periods" ("period")
    where
      (
        (
          "periods"."period" = 0
          and "scanned"."at" >= 1790812800000000
          and "scanned"."at" < 1793523600000001
        )
        or (
          "periods"."period" = 1
          and "scanned"."at" >= 1782864000000000
          and "scanned"."at" < 1785628800000000
        )
      )
  ),
  "partial" as materialized (
    select
      "period",
      "bucket",
      sum("number1") as "sum_A"
    from
      "matched"
    group by
      "period",
      "bucket"
  )
select
  *
from
  (
    select
      'bucket' as "part",
      "period" as "period",
      cast(null as bigint) as "rank",
      "bucket" as "bucket",
      sum("sum_A") as "A"
    from
      "partial"
    group by
      "period",
      "bucket"
    union all
    select
      'total' as "part",
      "period" as "period",
      cast(null as bigint) as "rank",
      cast(null as bigint) as "bucket",
      sum("sum_A") as "A"
    from
      "partial"
    group by
      "period"
  ) as "parts"
-- $1: "amount"
-- $2: "subscription_paid"
