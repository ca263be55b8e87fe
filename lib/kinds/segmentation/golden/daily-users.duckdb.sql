-- Sounding: segmentation
with
  "scanned" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $1
      and (
        "e"."event_time" >= timestamp '2026-10-03 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "matched" as not materialized (
    select
      "scanned"."entity",
      (("scanned"."at" + -1790985600000000) // 86400000000) as "bucket"
    from
      "scanned"
  ),
  "partial" as materialized (
    select
      "bucket",
      ("entity" >> 6) as "block",
      bit_or((cast(1 as ubigint) << cast("entity" & 63 as ubigint))) as "bits_A"
    from
      "matched"
    group by
      "bucket",
      ("entity" >> 6)
  ),
  "partial_total" as (
    select
      "block",
      bit_or("bits_A") as "bits_A"
    from
      "partial"
    group by
      "block"
  )
select
  *
from
  (
    select
      'bucket' as "part",
      cast(null as bigint) as "period",
      cast(null as bigint) as "rank",
      "bucket" as "bucket",
      sum(bit_count("bits_A")) as "A"
    from
      "partial"
    group by
      "bucket"
    union all
    select
      'total' as "part",
      cast(null as bigint) as "period",
      cast(null as bigint) as "rank",
      cast(null as bigint) as "bucket",
      sum(bit_count("bits_A")) as "A"
    from
      "partial_total"
  ) as "parts"
-- $1: "file_saved"
