-- Sounding: retention
with
  "starts" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" in ($1, $2)
      and (
        "e"."event_time" >= timestamp '2026-08-16 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "returns" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $3
      and (
        "e"."event_time" >= timestamp '2026-08-16 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "members" as materialized (
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
          "starts"
        group by
          "entity"
      ) as "firsts"
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
      "started",
      case
        when "last_returns"."at" > "started" then ((("last_returns"."at" + -1786838400000000) // 604800000000) - "cohort")
      end as "last_period"
    from
      "members"
      left join "last_returns" on "last_returns"."entity" = "members"."entity"
  )
select
  "cohort",
  count(*) as "entities",
  count_if("last_period" >= 0) as "returned0",
  count_if("last_period" >= 1) as "returned1",
  count_if("last_period" >= 2) as "returned2",
  count_if("last_period" >= 3) as "returned3",
  count_if("last_period" >= 4) as "returned4",
  count_if("last_period" >= 5) as "returned5",
  count_if("last_period" >= 6) as "returned6",
  count_if("last_period" >= 7) as "returned7",
  count_if("last_period" >= 8) as "returned8",
  count_if("last_period" >= 9) as "returned9",
  count_if("last_period" >= 10) as "returned10",
  count_if("last_period" >= 11) as "returned11"
from
  "returned"
group by
  "cohort"
-- $1: "signup"
-- $2: "trial_started"
-- $3: "application_opened"
