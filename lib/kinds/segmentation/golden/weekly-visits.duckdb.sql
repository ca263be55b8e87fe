-- Sounding: segmentation
with
  "scanned" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      "e"."event_properties" [$1] as "group1"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $2
      and (
        "e"."event_time" >= timestamp '2026-08-10 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
      and not coalesce(("e"."event_properties" [$3] in ($4, $5)), false)
  ),
  "matched" as not materialized (
    select
      "scanned"."entity",
      "scanned"."group1",
      (("scanned"."at" + -1786320000000000) // 604800000000) as "bucket"
    from
      "scanned"
  ),
  "partial" as materialized (
    select
      "bucket",
      "group1",
      ("entity" >> 6) as "block",
      bit_or((cast(1 as ubigint) << cast("entity" & 63 as ubigint))) as "bits_A"
    from
      "matched"
    group by
      "bucket",
      "group1",
      ("entity" >> 6)
  ),
  "partial_total" as (
    select
      "group1",
      "block",
      bit_or("bits_A") as "bits_A"
    from
      "partial"
    group by
      "group1",
      "block"
  ),
  "totals" as (
    select
      "group1",
      sum(bit_count("bits_A")) as "total"
    from
      "partial_total"
    group by
      "group1"
  ),
  "ranked" as (
    select
      "group1",
      row_number() over (
        order by
          "total" desc nulls last,
          "group1" asc nulls first
      ) as "rank"
    from
      "totals"
  ),
  "kept" as (
    select
      *
    from
      "ranked"
    where
      "rank" <= 10
  ),
  "others" as materialized (
    select
      "bucket",
      "block",
      11 as "rank",
      bit_or("bits_A") as "bits_A"
    from
      "partial"
      inner join "ranked" on "partial"."group1" is not distinct from "ranked"."group1"
    where
      "ranked"."rank" > 10
    group by
      "bucket",
      "block"
  ),
  "others_total" as (
    select
      "rank",
      "block",
      bit_or("bits_A") as "bits_A"
    from
      "others"
    group by
      "rank",
      "block"
  )
select
  *
from
  (
    select
      'group' as "part",
      cast(null as bigint) as "period",
      "rank" as "rank",
      cast(null as bigint) as "bucket",
      "group1" as "group1",
      cast(null as double) as "A"
    from
      "kept"
    union all
    select
      'bucket' as "part",
      cast(null as bigint) as "period",
      "kept"."rank" as "rank",
      "counted"."bucket" as "bucket",
      cast(null as varchar) as "group1",
      "counted"."A" as "A"
    from
      (
        select
          "group1",
          "bucket",
          sum(bit_count("bits_A")) as "A"
        from
          "partial"
        group by
          "group1",
          "bucket"
      ) as "counted"
      inner join "kept" on "counted"."group1" is not distinct from "kept"."group1"
    union all
    select
      'total' as "part",
      cast(null as bigint) as "period",
      "kept"."rank" as "rank",
      cast(null as bigint) as "bucket",
      cast(null as varchar) as "group1",
      "counted"."A" as "A"
    from
      (
        select
          "group1",
          sum(bit_count("bits_A")) as "A"
        from
          "partial_total"
        group by
          "group1"
      ) as "counted"
      inner join "kept" on "counted"."group1" is not distinct from "kept"."group1"
    union all
    select
      'bucket' as "part",
      cast(null as bigint) as "period",
      "rank" as "rank",
      "bucket" as "bucket",
      cast(null as varchar) as "group1",
      sum(bit_count("bits_A")) as "A"
    from
      "others"
    group by
      "rank",
      "bucket"
    union all
    select
      'total' as "part",
      cast(null as bigint) as "period",
      "rank" as "rank",
      cast(null as bigint) as "bucket",
      cast(null as varchar) as "group1",
      sum(bit_count("bits_A")) as "A"
    from
      "others_total"
    group by
      "rank"
  ) as "parts"
-- $1: "plan"
-- $2: "application_opened"
-- $3: "platform"
-- $4: "ios"
-- $5: "android"
