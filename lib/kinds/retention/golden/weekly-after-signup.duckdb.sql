-- Sounding: retention
with
  "starts" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $1
      and (
        "e"."event_time" >= timestamp '2026-08-10 00:00:00.000000'
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
      (
        "e"."event_time" >= timestamp '2026-08-10 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "members" as materialized (
    select
      "entity",
      (("started" + -1786320000000000) // 604800000000) as "cohort",
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
  "united" as (
    select
      "entity",
      bit_or((cast(1 as bigint) << "period")) as "periods0"
    from
      (
        select
          "members"."entity",
          ((("returns"."at" + -1786320000000000) // 604800000000) - "cohort") as "period"
        from
          "members"
          inner join "returns" on "returns"."entity" = "members"."entity"
        where
          "returns"."at" > "started"
      ) as "found"
    where
      "period" >= 0
      and "period" <= 8
    group by
      "entity"
  ),
  "returned" as (
    select
      "members"."cohort",
      "started",
      "periods0"
    from
      "members"
      left join "united" on "united"."entity" = "members"."entity"
  )
select
  "cohort",
  count(*) as "entities",
  count_if(("periods0" & 1) <> 0) as "returned0",
  count_if(("periods0" & 2) <> 0) as "returned1",
  count_if(("periods0" & 4) <> 0) as "returned2",
  count_if(("periods0" & 8) <> 0) as "returned3",
  count_if(("periods0" & 16) <> 0) as "returned4",
  count_if(("periods0" & 32) <> 0) as "returned5",
  count_if(("periods0" & 64) <> 0) as "returned6",
  count_if(("periods0" & 128) <> 0) as "returned7",
  count_if(("periods0" & 256) <> 0) as "returned8"
from
  "returned"
group by
  "cohort"
-- $1: "signup"
