/** Event types from the most to the least frequent; the others are called `event_13` and so on. */
const named = [
  'page_view',
  'session_start',
  'search',
  'product_view',
  'click',
  'scroll',
  'add_to_cart',
  'filter_used',
  'review_read',
  'wishlist_added',
  'checkout_started',
  'purchase',
]

const types = Array.from({ length: 100 }, (_, index) => named[index] ?? `event_${index + 1}`)
const exponent = 1.1
const slots = 10_000
const eventsInSession = 12
const eventsPerUser = 167
const daysCovered = 180

/** The first day of the invented events, and the one after their last. */
export const inventedFrom = '2026-01-01'
export const inventedUntil = '2026-06-30'
const heavyUser = 'heavy'

/** The events' types by slot, each as often as Zipf's law says. */
function typeSlots(): string {
  const weights = types.map((_, rank) => 1 / (rank + 1) ** exponent)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let covered = 0
  const list = types.flatMap((type, rank) => {
    const before = Math.round((covered / all) * slots)
    covered += weights[rank] as number
    return Array.from({ length: Math.round((covered / all) * slots) - before }, () => `'${type}'`)
  })
  return `(values ${list.map((type, slot) => `(${slot}, ${type})`).join(', ')})`
}

/** Hashed twice: a hash of several values mixes them so little that those which differ in one alone go together. */
const mixed = (key: string, use: number): string => `hash(hash(${key}, ${use}))`
/** A number in [0, 1) that depends on the key and on what it is for. */
const chance = (key: string, use: number): string => `(${mixed(key, use)} / 18446744073709551616.0)`

const commerce = "('product_view', 'add_to_cart', 'wishlist_added', 'review_read', 'purchase', 'checkout_started')"

const common = ["'plan': plan", "'platform': platform", "'app_version': app_version", "'session_id': session_id"]
const forPages = ["'path': path", "'duration_ms': duration_ms"]
const forCommerce = ["'path': path", "'item_id': item_id", "'price': price", "'duration_ms': duration_ms"]
const withCountry = "'country': country"

const properties = (special: readonly string[]): string => `case when country is null then map {${[...common, ...special].join(', ')}}
      else map {${[withCountry, ...common, ...special].join(', ')}} end`

/**
 * Statements that fill the temporary table `drawn_events` (event_type, event_time, user_id, event_properties) with about so many events:
 * users of very different activity who come in sessions, 100 types by Zipf's law, 5 to 9 keys in each map. The same every time.
 */
export function inventEvents(events: number): readonly string[] {
  const users = Math.round(events / eventsPerUser)
  const sessions = events / eventsInSession
  const span = daysCovered * 86_400
  return [
    `create or replace temp table type_slots as from ${typeSlots()} as slots(slot, event_type)`,
    `create or replace temp table invented_users as
with drawn as (
  select range as person, sqrt(-2 * ln(1 - ${chance('range', 1)})) * cos(2 * pi() * ${chance('range', 2)}) as normal from range(${users})),
weighed as (select person, exp(1.3 * normal) as weight from drawn)
select person, 'user-' || lpad(person::varchar, 9, '0') as user_id,
  greatest(1, round(weight / sum(weight) over () * ${sessions}))::integer as sessions,
  case when ${chance('person', 3)} < 0.5 then 0 else (${chance('person', 4)} * ${span - 86_400})::bigint end as since,
  case when ${chance('person', 5)} < 0.05 then null
    else (['US', 'DE', 'GB', 'FR', 'IN', 'BR', 'JP', 'HU', 'PL', 'ES', 'IT', 'SE'])[1 + (12 * ${chance('person', 6)} * ${chance('person', 7)})::integer % 12] end as country,
  (['free', 'free', 'free', 'team', 'business'])[1 + (${mixed('person', 8)} % 5)::integer] as plan
from weighed`,
    `create or replace temp table invented_sessions as
select *, hash(hash(person, session)) as visit, since + (${chance('person, session', 9)} * (${span} - since))::bigint as starts,
  'session-' || format('{:016x}', ${mixed('person, session', 10)}) as session_id,
  (['web', 'web', 'ios', 'android'])[1 + (${mixed('person, session', 11)} % 4)::integer] as platform,
  '7.' || (${mixed('person, session', 12)} % 20) as app_version
from (select *, unnest(range(sessions)) as session from invented_users)`,
    `create or replace temp table drawn_events as
with ordered as (select *, unnest(range(${eventsInSession})) as number from invented_sessions),
timed as (
  select *, (starts + number * 20) * 1000000 + (${mixed('visit, number', 13)} % 19000000)::bigint as after,
    (${mixed('visit, number', 14)} % ${slots})::integer as slot,
    '/path/' || (2000 * ${chance('visit, number', 15)} * ${chance('visit, number', 16)})::integer as path,
    'item-' || (${mixed('visit, number', 17)} % 100000) as item_id,
    round(exp(3 + ${chance('visit, number', 18)} * 4), 2)::varchar as price,
    (exp(4 + ${chance('visit, number', 19)} * 6))::integer::varchar as duration_ms
  from ordered)
select event_type, make_timestamp(epoch_us(timestamp '${inventedFrom}') + after) as event_time, user_id,
  case when event_type in ${commerce} then ${properties(forCommerce)} when event_type <> 'page_view' and hash(event_type) % 3 = 0 then ${properties([])}
    else ${properties(forPages)} end as event_properties
from timed join type_slots using (slot) where after < ${daysCovered} * 86400000000`,
    'drop table type_slots',
    'drop table invented_sessions',
    'drop table invented_users',
  ]
}

/** Gives one user every two hundredth event of each type. */
export const giveToHeavyUser = `update drawn_events set user_id = '${heavyUser}' where hash(user_id, event_time, event_type) % 200 = 0`
