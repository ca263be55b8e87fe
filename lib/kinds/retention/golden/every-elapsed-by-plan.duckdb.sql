-- Sounding: retention
with
  "scanned" as materialized (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      coalesce(
        (
          true
          and epoch_us("e"."event_time") < 1793523600000001
        ),
        false
      ) as "is_start",
      coalesce(true, false) as "is_return",
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
  "starters" as (
    select
      "entity",
      (("at" + -1788739200000000) // 604800000000) as "cohort",
      min("at") as "started"
    from
      "scanned"
    where
      "is_start"
    group by
      "entity",
      (("at" + -1788739200000000) // 604800000000)
  ),
  "first_texts" as (
    select
      "starters"."entity",
      "starters"."cohort",
      "starters"."started",
      min(struct_pack("s0" := "scanned"."group1" is not null, "v0" := "scanned"."group1")) as "texts"
    from
      "starters"
      inner join "scanned" on "scanned"."entity" = "starters"."entity"
      and "scanned"."at" = "starters"."started"
      and "scanned"."is_start"
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
  "returns" as (
    select
      "entity",
      max("at") as "at"
    from
      "scanned"
    where
      "is_return"
    group by
      "entity"
  ),
  "returned" as (
    select
      "cohort",
      "rank",
      "period",
      count(*) as "entities"
    from
      (
        select
          "ranked_members"."entity",
          "cohort",
          "rank",
          (("returns"."at" - "started") // 604800000000) as "period"
        from
          "ranked_members"
          inner join "returns" on "returns"."entity" = "ranked_members"."entity"
        where
          "returns"."at" > "started"
      ) as "cells"
    where
      "period" >= 0
    group by
      "cohort",
      "rank",
      "period"
  )
select
  *
from
  (
    select
      'size' as "part",
      "cohort",
      "rank",
      cast(null as bigint) as "period",
      count(*) as "entities",
      max("started") as "last_start",
      cast(null as varchar) as "group1"
    from
      "ranked_members"
    group by
      "cohort",
      "rank"
    union all
    select
      'returned' as "part",
      "cohort",
      "rank",
      "period",
      "entities",
      cast(null as bigint) as "last_start",
      cast(null as varchar) as "group1"
    from
      "returned"
    union all
    select
      'group' as "part",
      cast(null as bigint) as "cohort",
      "rank",
      cast(null as bigint) as "period",
      cast(null as bigint) as "entities",
      cast(null as bigint) as "last_start",
      "group1"
    from
      "kept"
  ) as "parts"
-- $1: "plan"
-- $2: "file_exported"
