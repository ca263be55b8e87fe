-- Sounding: retention
with
  "scanned" as materialized (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      (
        true
        and epoch_us("e"."event_time") < 1793523600000001
      ) as "is_start",
      true as "is_return",
      "e"."event_properties" [$1] as "group1"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $2
      and (
        "e"."event_time" >= timestamp '2026-09-07 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
      and "e"."event_properties" [$1] is not null
  ),
  "starts" as (
    select
      "entity",
      "at",
      "group1"
    from
      "scanned"
    where
      "is_start"
  ),
  "returns" as (
    select
      "entity",
      "at"
    from
      "scanned"
    where
      "is_return"
  ),
  "starters" as (
    select
      "entity",
      (("at" + -1788739200000000) // 604800000000) as "cohort",
      min("at") as "started"
    from
      "starts"
    group by
      "entity",
      (("at" + -1788739200000000) // 604800000000)
  ),
  "first_texts" as (
    select
      "starters"."entity",
      "starters"."cohort",
      "starters"."started",
      min(struct_pack("s0" := "starts"."group1" is not null, "v0" := "starts"."group1")) as "texts"
    from
      "starters"
      inner join "starts" on "starts"."entity" = "starters"."entity"
      and "starts"."at" = "starters"."started"
    group by
      "starters"."entity",
      "starters"."cohort",
      "starters"."started"
  ),
  "members" as materialized (
    select
      "entity",
      "cohort",
      "started",
      struct_extract("texts", 'v0') as "group1"
    from
      "first_texts"
  ),
  "totals" as (
    select
      "group1",
      count(*) as "total"
    from
      "members"
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
  "ranked_members" as materialized (
    select
      "entity",
      "cohort",
      "started",
      coalesce("kept"."rank", 11) as "rank"
    from
      "members"
      left join "kept" on "members"."group1" is not distinct from "kept"."group1"
  ),
  "last_returns" as (
    select
      "entity",
      max("at") as "at"
    from
      "returns"
    group by
      "entity"
  ),
  "returned" as (
    select
      "cohort",
      "rank",
      "started",
      case
        when "last_returns"."at" > "started" then (("last_returns"."at" - "started") // 604800000000)
      end as "last_period"
    from
      "ranked_members"
      left join "last_returns" on "last_returns"."entity" = "ranked_members"."entity"
  ),
  "counted" as (
    select
      "cohort",
      "rank",
      count(*) as "entities",
      max("started") as "last_start",
      count_if("last_period" >= 0) as "returned0",
      count_if("last_period" >= 1) as "returned1",
      count_if("last_period" >= 2) as "returned2",
      count_if("last_period" >= 3) as "returned3",
      count_if("last_period" >= 4) as "returned4",
      count_if("last_period" >= 5) as "returned5",
      count_if("last_period" >= 6) as "returned6"
    from
      "returned"
    group by
      "cohort",
      "rank"
  )
select
  "counted".*,
  "kept"."group1"
from
  "counted"
  left join "kept" on "kept"."rank" = "counted"."rank"
-- $1: "plan"
-- $2: "file_exported"
