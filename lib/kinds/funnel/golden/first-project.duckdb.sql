-- Sounding: funnel
with
  "scanned" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      case
        when "e"."event_type" = $1 then 1
        when "e"."event_type" = $2 then 2
        when "e"."event_type" = $3 then 3
        when "e"."event_type" = $4 then 4
        else 0
      end as "steps",
      case
        when "e"."event_type" = $1 then "e"."event_properties" [$5]
      end as "group1"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" in ($1, $2, $3, $4)
      and (
        "e"."event_time" >= timestamp '2026-09-07 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "candidates" as materialized (
    select
      "entity",
      "at",
      "steps",
      "group1",
      row_number() over (
        partition by
          "entity"
        order by
          "at",
          "steps",
          "group1" asc nulls first
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
      "x"."at" as "at1",
      "x"."group1" as "group1"
    from
      "candidates" as x
    where
      (
        "steps" = 1
        and "at" < 1793523600000001
      )
  ),
  "stage2" as materialized (
    select
      "x"."entity",
      "x"."position",
      "p"."at1" as "at1",
      "p"."group1" as "group1",
      "x"."at" as "at2"
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
      "x"."at" <= ("p"."at1" + 604800000000)
  ),
  "stage3" as materialized (
    select
      "x"."entity",
      "x"."position",
      "p"."at1" as "at1",
      "p"."group1" as "group1",
      "p"."at2" as "at2",
      "x"."at" as "at3"
    from
      (
        select
          *
        from
          "candidates"
        where
          "steps" = 3
      ) as x
      asof join "stage2" as p on "x"."entity" = "p"."entity"
      and "x"."position" > "p"."position"
    where
      "x"."at" <= ("p"."at1" + 604800000000)
  ),
  "stage4" as materialized (
    select
      "x"."entity",
      "x"."position",
      "p"."at1" as "at1",
      "p"."group1" as "group1",
      "p"."at2" as "at2",
      "p"."at3" as "at3",
      "x"."at" as "at4"
    from
      (
        select
          *
        from
          "candidates"
        where
          "steps" = 4
      ) as x
      asof join "stage3" as p on "x"."entity" = "p"."entity"
      and "x"."position" > "p"."position"
    where
      "x"."at" <= ("p"."at1" + 604800000000)
  ),
  "ends" as (
    select
      "entity",
      1 as reached,
      arg_min_null("at1", "position") as "at1",
      arg_min_null("group1", "position") as "group1",
      null as "at2",
      null as "at3",
      null as "at4"
    from
      "stage1"
    group by
      "entity"
    union all
    select
      "entity",
      2 as reached,
      arg_min_null("at1", "position") as "at1",
      arg_min_null("group1", "position") as "group1",
      arg_min_null("at2", "position") as "at2",
      null as "at3",
      null as "at4"
    from
      "stage2"
    group by
      "entity"
    union all
    select
      "entity",
      3 as reached,
      arg_min_null("at1", "position") as "at1",
      arg_min_null("group1", "position") as "group1",
      arg_min_null("at2", "position") as "at2",
      arg_min_null("at3", "position") as "at3",
      null as "at4"
    from
      "stage3"
    group by
      "entity"
    union all
    select
      "entity",
      4 as reached,
      arg_min_null("at1", "position") as "at1",
      arg_min_null("group1", "position") as "group1",
      arg_min_null("at2", "position") as "at2",
      arg_min_null("at3", "position") as "at3",
      arg_min_null("at4", "position") as "at4"
    from
      "stage4"
    group by
      "entity"
  ),
  "reported" as (
    select
      "entity",
      max(reached) as reached,
      arg_max_null("at1", reached) as "at1",
      arg_max_null("group1", reached) as "group1",
      arg_max_null("at2", reached) as "at2",
      arg_max_null("at3", reached) as "at3",
      arg_max_null("at4", reached) as "at4"
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
      (cast(("at4" - "at1") as double) / 1000000) as "seconds0",
      (cast(("at2" - "at1") as double) / 1000000) as "seconds2",
      (cast(("at3" - "at2") as double) / 1000000) as "seconds3",
      (cast(("at4" - "at3") as double) / 1000000) as "seconds4"
    from
      "reported"
  ),
  "totals" as (
    select
      "group1",
      count(*) as "total"
    from
      "entities"
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
      "rank" <= 5
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
      count(*) filter(
        where
          "reached" >= 1
      ) as "count1",
      count(*) filter(
        where
          "reached" >= 2
      ) as "count2",
      count(*) filter(
        where
          "reached" >= 3
      ) as "count3",
      count(*) filter(
        where
          "reached" >= 4
      ) as "count4",
      quantile_cont("seconds0", 0.5) filter(
        where
          "reached" >= 4
      ) as "median_seconds0",
      avg("seconds0") filter(
        where
          "reached" >= 4
      ) as "avg_seconds0",
      quantile_cont("seconds0", 0.9) filter(
        where
          "reached" >= 4
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
      ) as "p90_seconds2",
      quantile_cont("seconds3", 0.5) filter(
        where
          "reached" >= 3
      ) as "median_seconds3",
      avg("seconds3") filter(
        where
          "reached" >= 3
      ) as "avg_seconds3",
      quantile_cont("seconds3", 0.9) filter(
        where
          "reached" >= 3
      ) as "p90_seconds3",
      quantile_cont("seconds4", 0.5) filter(
        where
          "reached" >= 4
      ) as "median_seconds4",
      avg("seconds4") filter(
        where
          "reached" >= 4
      ) as "avg_seconds4",
      quantile_cont("seconds4", 0.9) filter(
        where
          "reached" >= 4
      ) as "p90_seconds4"
    from
      "entities"
    union all
    select
      'group' as "part",
      coalesce("kept"."rank", 6) as "rank",
      cast(null as bigint) as "bucket",
      min("kept"."group1") as "group1",
      count(*) filter(
        where
          "reached" >= 1
      ) as "count1",
      count(*) filter(
        where
          "reached" >= 2
      ) as "count2",
      count(*) filter(
        where
          "reached" >= 3
      ) as "count3",
      count(*) filter(
        where
          "reached" >= 4
      ) as "count4",
      quantile_cont("seconds0", 0.5) filter(
        where
          "reached" >= 4
      ) as "median_seconds0",
      avg("seconds0") filter(
        where
          "reached" >= 4
      ) as "avg_seconds0",
      quantile_cont("seconds0", 0.9) filter(
        where
          "reached" >= 4
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
      ) as "p90_seconds2",
      quantile_cont("seconds3", 0.5) filter(
        where
          "reached" >= 3
      ) as "median_seconds3",
      avg("seconds3") filter(
        where
          "reached" >= 3
      ) as "avg_seconds3",
      quantile_cont("seconds3", 0.9) filter(
        where
          "reached" >= 3
      ) as "p90_seconds3",
      quantile_cont("seconds4", 0.5) filter(
        where
          "reached" >= 4
      ) as "median_seconds4",
      avg("seconds4") filter(
        where
          "reached" >= 4
      ) as "avg_seconds4",
      quantile_cont("seconds4", 0.9) filter(
        where
          "reached" >= 4
      ) as "p90_seconds4"
    from
      "entities"
      left join "kept" on "entities"."group1" is not distinct from "kept"."group1"
    group by
      coalesce("kept"."rank", 6)
  ) as "parts"
-- $1: "signup"
-- $2: "project_created"
-- $3: "file_saved"
-- $4: "file_exported"
-- $5: "country"
