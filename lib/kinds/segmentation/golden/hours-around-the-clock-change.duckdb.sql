-- Sounding: segmentation
with
  "scanned" as (
    select
      epoch_us("e"."event_time") as "at"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" in ($1, $2)
      and (
        "e"."event_time" >= timestamp '2026-10-23 22:00:00.000000'
        and "e"."event_time" < timestamp '2026-10-25 23:00:00.000000'
      )
      and "e"."user_key" is not null
  ),
  "matched" as not materialized (
    select
      (
        (
          "scanned"."at" + case
            when "scanned"."at" < 1792890000000000 then -1792792800000000
            else -1792792800000000
          end
        ) // 3600000000
      ) as "bucket"
    from
      "scanned"
  ),
  "partial" as materialized (
    select
      "bucket",
      count(*) as "events_A"
    from
      "matched"
    group by
      "bucket"
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
      sum("events_A") as "A"
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
      sum("events_A") as "A"
    from
      "partial"
  ) as "parts"
-- $1: "file_saved"
-- $2: "file_exported"
