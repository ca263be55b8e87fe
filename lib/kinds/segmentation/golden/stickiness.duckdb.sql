-- Sounding: segmentation
with
  "scanned" as (
    select
      "e"."user_key" as "entity",
      epoch_us("e"."event_time") as "at"
    from
      "main"."sample" as "e"
    where
      (
        "e"."event_time" >= timestamp '2026-08-04 22:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "matched" as materialized (
    select
      "scanned"."entity",
      (
        (
          "scanned"."at" + case
            when "scanned"."at" < 1792890000000000 then -1788386400000000
            else -1788390000000000
          end
        ) // 86400000000
      ) as "bucket",
      (
        (
          "scanned"."at" + case
            when "scanned"."at" < 1792890000000000 then -1785880800000000
            else -1785884400000000
          end
        ) // 86400000000
      ) as "day",
      "scanned"."at" >= 1788386400000000 as "in_A",
      "scanned"."at" >= 1785880800000000 as "in_B"
    from
      "scanned"
    where
      (
        "scanned"."at" >= 1788386400000000
        or "scanned"."at" >= 1785880800000000
      )
  ),
  "days_A" as (
    select
      ("entity" >> 6) as "block",
      "day" as "day",
      bit_or((cast(1 as ubigint) << cast("entity" & 63 as ubigint))) as "bits"
    from
      "matched"
    where
      "in_A"
    group by
      ("entity" >> 6),
      "day"
  ),
  "turns_A" as (
    select
      "day",
      "bits" as "entering",
      "bits" as "leaving"
    from
      "days_A"
  ),
  "changes_A" as (
    select
      "day" as "day",
      sum(bit_count("entering")) as "change"
    from
      "turns_A"
    group by
      "day"
    union all
    select
      ("day" + 1) as "day",
      (0 - sum(bit_count("leaving"))) as "change"
    from
      "turns_A"
    group by
      "day"
  ),
  "daily_A" as (
    select
      greatest("day", 29) as "day",
      sum("change") as "change"
    from
      "changes_A"
    group by
      greatest("day", 29)
  ),
  "days_B" as (
    select
      ("entity" >> 6) as "block",
      "day" as "day",
      bit_or((cast(1 as ubigint) << cast("entity" & 63 as ubigint))) as "bits"
    from
      "matched"
    where
      "in_B"
    group by
      ("entity" >> 6),
      "day"
  ),
  "turns_B" as (
    select
      "day",
      (
        "bits" & ~ coalesce(
          bit_or("bits") over (
            partition by
              "block"
            order by
              "day" range between 29 preceding
              and 1 preceding
          ),
          cast(0 as ubigint)
        )
      ) as "entering",
      (
        "bits" & ~ coalesce(
          bit_or("bits") over (
            partition by
              "block"
            order by
              "day" range between 1 following
              and 29 following
          ),
          cast(0 as ubigint)
        )
      ) as "leaving"
    from
      "days_B"
  ),
  "changes_B" as (
    select
      "day" as "day",
      sum(bit_count("entering")) as "change"
    from
      "turns_B"
    group by
      "day"
    union all
    select
      ("day" + 30) as "day",
      (0 - sum(bit_count("leaving"))) as "change"
    from
      "turns_B"
    group by
      "day"
  ),
  "daily_B" as (
    select
      greatest("day", 29) as "day",
      sum("change") as "change"
    from
      "changes_B"
    group by
      greatest("day", 29)
  )
select
  *
from
  (
    select
      'active' as "part",
      cast(null as bigint) as "period",
      cast(null as bigint) as "rank",
      ("day" - 29) as "bucket",
      sum("change") over (
        order by
          "day"
      ) as "A",
      cast(null as double) as "B"
    from
      "daily_A"
    union all
    select
      'active' as "part",
      cast(null as bigint) as "period",
      cast(null as bigint) as "rank",
      ("day" - 29) as "bucket",
      cast(null as double) as "A",
      sum("change") over (
        order by
          "day"
      ) as "B"
    from
      "daily_B"
  ) as "parts"
