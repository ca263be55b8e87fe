-- Sounding: segmentation
with
  "scanned" as (
    select
      epoch_us("e"."event_time") as "at",
      (
        not coalesce((regexp_matches("e"."event_properties" [$1], $2)), false)
        and (
          "e"."event_properties" [$3] in ($4, $5)
          or (
            not coalesce(("e"."event_properties" [$3] is not null), false)
            and not coalesce((starts_with("e"."event_properties" [$6], $7)), false)
          )
        )
      ) as "in_A",
      "e"."event_properties" [$6] as "text1"
    from
      "main"."sample" as "e"
    where
      "e"."event_type" = $8
      and (
        "e"."event_time" >= timestamp '2026-09-01 00:00:00.000000'
        and "e"."event_time" < timestamp '2026-11-01 09:00:00.000001'
      )
      and "e"."user_key" is not null
  ),
  "matched" as not materialized (
    select
      "scanned"."text1",
      case
        when "scanned"."at" < 1790812800000000 then 0
        when "scanned"."at" < 1793491200000000 then 1
        else 2
      end as "bucket"
    from
      "scanned"
    where
      "scanned"."in_A"
  )
select
  *
from
  (
    select
      case
        when "matched"."bucket" is null then 'total'
        else 'bucket'
      end as "part",
      cast(null as bigint) as "period",
      cast(null as bigint) as "rank",
      "matched"."bucket" as "bucket",
      count(distinct "text1") filter(
        where
          $9
      ) as "A"
    from
      "matched"
    group by
      grouping sets (("matched"."bucket"), ())
  ) as "parts"
-- $1: "file_name"
-- $2: "^(test|tmp)[-_]"
-- $3: "plan"
-- $4: "pro"
-- $5: "team"
-- $6: "country"
-- $7: "X"
-- $8: "file_exported"
-- $9: true
