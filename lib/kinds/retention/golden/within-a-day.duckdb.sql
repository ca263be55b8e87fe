-- Sounding: retention
with
  "scanned" as materialized (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      coalesce(
        (
          "e"."event_type" = $1
          and epoch_us("e"."event_time") < 1793491200000000
        ),
        false
      ) as "is_start",
      coalesce(
        (
          "e"."event_type" = $2
          and "e"."event_properties" [$3] in ($4, $5, $6)
        ),
        false
      ) as "is_return"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" in ($1, $2)
      and (
        "e"."event_time" >= timestamp '2026-10-01 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "starters" as (
    select
      "entity",
      (("started" + -1790812800000000) // 86400000000) as "cohort",
      "started"
    from
      (
        select
          "entity",
          min("at") as "started"
        from
          "scanned"
        where
          "is_start"
        group by
          "entity"
      ) as "firsts"
  ),
  "members" as materialized (
    select
      *
    from
      "starters"
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
  "returned" as (
    select
      "cohort",
      "period",
      count(distinct "entity") as "entities"
    from
      (
        select
          "members"."entity",
          "cohort",
          (("returns"."at" - "started") // 86400000000) as "period"
        from
          "members"
          inner join "returns" on "returns"."entity" = "members"."entity"
        where
          "returns"."at" > "started"
      ) as "cells"
    where
      "period" >= 0
      and "period" <= 7
    group by
      "cohort",
      "period"
  )
select
  *
from
  (
    select
      'size' as "part",
      "cohort",
      cast(null as bigint) as "rank",
      cast(null as bigint) as "period",
      count(*) as "entities",
      max("started") as "last_start"
    from
      "members"
    group by
      "cohort"
    union all
    select
      'returned' as "part",
      "cohort",
      cast(null as bigint) as "rank",
      "period",
      "entities",
      cast(null as bigint) as "last_start"
    from
      "returned"
  ) as "parts"
-- $1: "project_created"
-- $2: "application_opened"
-- $3: "platform"
-- $4: "mac"
-- $5: "windows"
-- $6: "linux"
