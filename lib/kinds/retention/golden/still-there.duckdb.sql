-- Sounding: retention
with
  "scanned" as not materialized (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      coalesce(
        (
          "e"."event_type" in ($1, $2)
          and epoch_us("e"."event_time") < 1793523600000001
        ),
        false
      ) as "is_start",
      coalesce("e"."event_type" = $3, false) as "is_return"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" in ($1, $2, $3)
      and (
        "e"."event_time" >= timestamp '2026-08-16 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "starters" as (
    select
      "entity",
      (("started" + -1786838400000000) // 604800000000) as "cohort",
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
      "period",
      count(*) as "entities"
    from
      (
        select
          "members"."entity",
          "cohort",
          ((("returns"."at" + -1786838400000000) // 604800000000) - "cohort") as "period"
        from
          "members"
          inner join "returns" on "returns"."entity" = "members"."entity"
        where
          "returns"."at" > "started"
      ) as "cells"
    where
      "period" >= 0
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
-- $1: "signup"
-- $2: "trial_started"
-- $3: "application_opened"
