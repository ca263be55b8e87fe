-- Sounding: funnel
with
  "scanned" as not materialized (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at",
      "e"."event_type" as "type",
      case
        when (
          "e"."event_type" = $1
          and contains(lower("e"."event_properties" [$2]), lower($3))
        ) then 1
        when "e"."event_type" = $4 then 2
        when (
          "e"."event_type" = $5
          and case
            when not contains("e"."event_properties" [$6], '_')
            and not contains("e"."event_properties" [$6], '+-')
            and isfinite(try_cast ("e"."event_properties" [$6] as double)) then try_cast ("e"."event_properties" [$6] as double)
          end >= cast($7 as double)
        ) then 3
        else 0
      end as "steps"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" in ($1, $4, $5)
      and (
        "e"."event_time" >= timestamp '2026-07-01 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
      and not coalesce(("e"."event_properties" [$8] in ($9)), false)
  ),
  "candidates" as not materialized (
    select
      "entity",
      "at",
      "type",
      "steps"
    from
      "scanned"
    where
      "steps" > 0
  ),
  "stage1" as materialized (
    select
      "x"."entity",
      "x"."at" as "at1"
    from
      "candidates" as x
    where
      (
        (
          "type" = $1
          and "steps" = 1
        )
        and "at" < 1793523600000001
      )
  ),
  "stage2" as materialized (
    select
      "x"."entity",
      "p"."at1" as "at1",
      "x"."at" as "at2"
    from
      (
        select
          *
        from
          "candidates"
        where
          "type" = $4
      ) as x
      asof join "stage1" as p on "x"."entity" = "p"."entity"
      and "x"."at" >= "p"."at1"
    where
      "x"."at" <= ("p"."at1" + 5184000000000)
  ),
  "stage3" as materialized (
    select
      "x"."entity",
      "p"."at1" as "at1",
      "p"."at2" as "at2",
      "x"."at" as "at3"
    from
      (
        select
          *
        from
          "candidates"
        where
          (
            "type" = $5
            and "steps" = 3
          )
      ) as x
      asof join "stage2" as p on "x"."entity" = "p"."entity"
      and "x"."at" >= "p"."at2"
    where
      "x"."at" <= ("p"."at1" + 5184000000000)
  ),
  "ends" as (
    select
      "entity",
      1 as reached,
      min("at1") as "at1",
      null as "at2",
      null as "at3"
    from
      "stage1"
    group by
      "entity"
    union all
    select
      "entity",
      2 as reached,
      arg_min_null("at1", "at2") as "at1",
      min("at2") as "at2",
      null as "at3"
    from
      "stage2"
    group by
      "entity"
    union all
    select
      "entity",
      3 as reached,
      arg_min_null("at1", "at3") as "at1",
      arg_min_null("at2", "at3") as "at2",
      min("at3") as "at3"
    from
      "stage3"
    group by
      "entity"
  ),
  "reported" as (
    select
      "entity",
      max(reached) as reached,
      arg_max_null("at1", reached) as "at1",
      arg_max_null("at2", reached) as "at2",
      arg_max_null("at3", reached) as "at3"
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
      (cast(("at3" - "at1") as double) / 1000000) as "seconds0",
      (cast(("at2" - "at1") as double) / 1000000) as "seconds2",
      (cast(("at3" - "at2") as double) / 1000000) as "seconds3"
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
      count(*) filter(
        where
          "reached" >= 3
      ) as "count3",
      quantile_cont("seconds0", 0.5) filter(
        where
          "reached" >= 3
      ) as "median_seconds0",
      avg("seconds0") filter(
        where
          "reached" >= 3
      ) as "avg_seconds0",
      quantile_cont("seconds0", 0.9) filter(
        where
          "reached" >= 3
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
      ) as "p90_seconds3"
    from
      "entities"
  ) as "parts"
-- $1: "ad_clicked"
-- $2: "utm_source"
-- $3: "google"
-- $4: "signup"
-- $5: "subscription_paid"
-- $6: "amount"
-- $7: 100
-- $8: "country"
-- $9: "XX"
