-- Sounding: funnel
with
  "scanned" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      case
        when "e"."event_type" = $1 then 1
        when "e"."event_type" in ($2, $3) then 2
        else 0
      end as "steps",
      case
        when "e"."event_type" in ($2, $3) then "e"."event_properties" [$4]
      end as "group1",
      case
        when "e"."event_type" in ($2, $3) then "e"."event_properties" [$5]
      end as "group2"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" in ($1, $2, $3)
      and (
        "e"."event_time" >= timestamp '2026-10-01 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-10-15 01:00:00.000000'
      )
      and "e"."user_key" is not null
  ),
  "candidates" as materialized (
    select
      "entity",
      "at",
      "steps",
      "group1",
      "group2",
      row_number() over (
        partition by
          "entity"
        order by
          "at",
          "steps",
          "group1" asc nulls first,
          "group2" asc nulls first
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
        "steps" = 1
        and "at" < 1792022400000000
      )
  ),
  "stage2" as materialized (
    select
      "x"."entity",
      "x"."position",
      "p"."at1" as "at1",
      "x"."at" as "at2",
      "x"."group1" as "group1",
      "x"."group2" as "group2"
    from
      (
        select
          *
        from
          "candidates"
        where
          "steps" = 2
      ) as x
      asof join "stage1" as p on "x"."entity" = "p"."entity"
      and "x"."position" > "p"."position"
    where
      "x"."at" <= ("p"."at1" + 3600000000)
  ),
  "ends" as (
    select
      "entity",
      1 as reached,
      arg_min_null("at1", "position") as "at1",
      null as "at2",
      null as "group1",
      null as "group2"
    from
      "stage1"
    group by
      "entity"
    union all
    select
      "entity",
      2 as reached,
      arg_min_null("at1", "position") as "at1",
      arg_min_null("at2", "position") as "at2",
      arg_min_null("group1", "position") as "group1",
      arg_min_null("group2", "position") as "group2"
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
      arg_max_null("at2", reached) as "at2",
      arg_max_null("group1", reached) as "group1",
      arg_max_null("group2", reached) as "group2"
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
      "group1",
      "group2",
      (cast(("at2" - "at1") as double) / 1000000) as "seconds0",
      (cast(("at2" - "at1") as double) / 1000000) as "seconds2"
    from
      "reported"
  ),
  "totals" as (
    select
      "group1",
      "group2",
      count(*) as "total"
    from
      "entities"
    group by
      "group1",
      "group2"
  ),
  "ranked" as (
    select
      "group1",
      "group2",
      row_number() over (
        order by
          "total" desc nulls last,
          "group1" asc nulls first,
          "group2" asc nulls first
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
  )
select
  *
from
  (
    select
      'overall' as "part",
      cast(null as bigint) as "rank",
      cast(null as bigint) as "bucket",
      cast(null as varchar) as "group1",
      cast(null as varchar) as "group2",
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
      'group' as "part",
      coalesce("kept"."rank", 11) as "rank",
      cast(null as bigint) as "bucket",
      min("kept"."group1") as "group1",
      min("kept"."group2") as "group2",
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
      left join "kept" on (
        "entities"."group1" is not distinct from "kept"."group1"
        and "entities"."group2" is not distinct from "kept"."group2"
      )
    group by
      coalesce("kept"."rank", 11)
    union all
    select
      'trend' as "part",
      coalesce("kept"."rank", 11) as "rank",
      (("at1" + -1790812800000000) // 86400000000) as "bucket",
      min("kept"."group1") as "group1",
      min("kept"."group2") as "group2",
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
      left join "kept" on (
        "entities"."group1" is not distinct from "kept"."group1"
        and "entities"."group2" is not distinct from "kept"."group2"
      )
    group by
      coalesce("kept"."rank", 11),
      (("at1" + -1790812800000000) // 86400000000)
  ) as "parts"
-- $1: "application_opened"
-- $2: "file_saved"
-- $3: "file_exported"
-- $4: "plan"
-- $5: "platform"
