-- Sounding: funnel
with
  "scanned" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      (
        case
          when true then 1
          else 0
        end + case
          when true then 2
          else 0
        end
      ) as "steps"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $1
      and (
        "e"."event_time" >= timestamp '2026-10-26 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "candidates" as materialized (
    select
      "entity",
      "at",
      "steps",
      row_number() over (
        partition by
          "entity"
        order by
          "at",
          "steps"
      ) as "position"
    from
      "scanned"
    where
      "steps" > 0
  ),
  "stage1" as materialized (
    select
      "x"."entity",
      "x"."position",
      "x"."at" as "at1"
    from
      "candidates" as x
    where
      (
        (("steps" >> 0) & 1) = 1
        and "at" < 1793523600000001
      )
  ),
  "stage2" as materialized (
    select
      "x"."entity",
      "x"."position",
      "p"."at1" as "at1",
      "x"."at" as "at2"
    from
      (
        select
          *
        from
          "candidates"
        where
          (("steps" >> 1) & 1) = 1
      ) as x
      asof join "stage1" as p on "x"."entity" = "p"."entity"
      and "x"."position" > "p"."position"
    where
      "x"."at" <= ("p"."at1" + 10000000)
  ),
  "ends" as (
    select
      "entity",
      1 as reached,
      arg_min_null("at1", "position") as "at1",
      null as "at2"
    from
      "stage1"
    group by
      "entity"
    union all
    select
      "entity",
      2 as reached,
      arg_min_null("at1", "position") as "at1",
      arg_min_null("at2", "position") as "at2"
    from
      "stage2"
    group by
      "entity"
  ),
  "reported" as (
    select
      "entity",
      max(reached) as reached,
      arg_max_null("at1", reached) as "at1",
      arg_max_null("at2", reached) as "at2"
    from
      ends
    group by
      "entity"
  ),
  "entities" as materialized (
    select
      "entity",
      "reached",
      "at1",
      (cast(("at2" - "at1") as double) / 1000000) as "seconds0",
      (cast(("at2" - "at1") as double) / 1000000) as "seconds2"
    from
      "reported"
  )
select
  *
from
  (
    select
      'overall' as "part",
      cast(null as bigint) as "rank",
      cast(null as bigint) as "bucket",
      count(*) filter(
        where
          "reached" >= 1
      ) as "count1",
      count(*) filter(
        where
          "reached" >= 2
      ) as "count2",
      quantile_cont("seconds0", 0.5) filter(
        where
          "reached" >= 2
      ) as "median_seconds0",
      avg("seconds0") filter(
        where
          "reached" >= 2
      ) as "avg_seconds0",
      quantile_cont("seconds0", 0.9) filter(
        where
          "reached" >= 2
      ) as "p90_seconds0",
      quantile_cont("seconds2", 0.5) filter(
        where
          "reached" >= 2
      ) as "median_seconds2",
      avg("seconds2") filter(
        where
          "reached" >= 2
      ) as "avg_seconds2",
      quantile_cont("seconds2", 0.9) filter(
        where
          "reached" >= 2
      ) as "p90_seconds2"
    from
      "entities"
    union all
    select
      'trend' as "part",
      cast(null as bigint) as "rank",
      (("at1" + -1792972800000000) // 86400000000) as "bucket",
      count(*) filter(
        where
          "reached" >= 1
      ) as "count1",
      count(*) filter(
        where
          "reached" >= 2
      ) as "count2",
      cast(null as double) as "median_seconds0",
      cast(null as double) as "avg_seconds0",
      cast(null as double) as "p90_seconds0",
      cast(null as double) as "median_seconds2",
      cast(null as double) as "avg_seconds2",
      cast(null as double) as "p90_seconds2"
    from
      "entities"
    group by
      (("at1" + -1792972800000000) // 86400000000)
  ) as "parts"
-- $1: "viewport_zoomed"
