-- Sounding: retention
with
  "starts" as materialized (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      "e"."event_properties" [$1] as "group1"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $2
      and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      and "e"."user_key" is not null
  ),
  "returns" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $2
      and (
        "e"."event_time" >= timestamp '2026-06-01 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "starters" as (
    select
      "entity",
      case
        when "started" < 1782864000000000 then 0
        when "started" < 1785542400000000 then 1
        when "started" < 1788220800000000 then 2
        when "started" < 1790812800000000 then 3
        when "started" < 1793491200000000 then 4
        else 5
      end as "cohort",
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
        having
          min("at") >= 1780272000000000
      ) as "firsts"
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
      "rank" <= 5
  ),
  "ranked_members" as materialized (
    select
      "entity",
      "cohort",
      "started",
      coalesce("kept"."rank", 6) as "rank"
    from
      "members"
      left join "kept" on "members"."group1" is not distinct from "kept"."group1"
  ),
  "united" as (
    select
      "entity",
      bit_or((cast(1 as bigint) << "period")) as "periods0"
    from
      (
        select
          "ranked_members"."entity",
          (
            case
              when "returns"."at" < 1782864000000000 then 0
              when "returns"."at" < 1785542400000000 then 1
              when "returns"."at" < 1788220800000000 then 2
              when "returns"."at" < 1790812800000000 then 3
              when "returns"."at" < 1793491200000000 then 4
              else 5
            end - "cohort"
          ) as "period"
        from
          "ranked_members"
          inner join "returns" on "returns"."entity" = "ranked_members"."entity"
        where
          "returns"."at" > "started"
      ) as "found"
    where
      "period" >= 0
      and "period" <= 5
    group by
      "entity"
  ),
  "returned" as (
    select
      "ranked_members"."cohort",
      "ranked_members"."rank",
      "started",
      "periods0"
    from
      "ranked_members"
      left join "united" on "united"."entity" = "ranked_members"."entity"
  ),
  "counted" as (
    select
      "cohort",
      "rank",
      count(*) as "entities",
      count_if(("periods0" & 1) <> 0) as "returned0",
      count_if(("periods0" & 2) <> 0) as "returned1",
      count_if(("periods0" & 4) <> 0) as "returned2",
      count_if(("periods0" & 8) <> 0) as "returned3",
      count_if(("periods0" & 16) <> 0) as "returned4",
      count_if(("periods0" & 32) <> 0) as "returned5"
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
-- $1: "country"
-- $2: "subscription_paid"
