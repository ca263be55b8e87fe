import type { SampleCalendar } from './calendar'
import type { Person } from './people'
import type { Random } from './random'
import type { Tell } from './story'

/** What somebody pays for, day by day. */
export interface Billing {
  planOn(day: number): string
  isPaidOn(day: number): boolean
}

const dayMs = 86_400_000
const trialDays = 14
const triesByHabit = { daily: 0.8, regular: 0.6, casual: 0.35, passing: 0.1 } as const
const paysByHabit = { daily: 0.68, regular: 0.46, casual: 0.2, passing: 0.03 } as const
const paysBySource: Readonly<Record<string, number>> = { linkedin: 1.3, partner: 1.4, newsletter: 1.15, facebook: 0.55 }
const monthly = { pro: 29, business: 59 } as const
/** Who pays by the year pays for ten months. */
const monthsOfYear = 10

/** Tells of trial, payments and their end. */
export function tellBilling(person: Person, signup: number, calendar: SampleCalendar, random: Random, tell: Tell): Billing {
  const none: Billing = { planOn: () => 'free', isPaidOn: () => false }
  if (!random.chance(triesByHabit[person.habit.name])) return none
  const plan = person.company.plan === 'business' || person.company.plan === 'enterprise' ? 'business' : 'pro'
  const dayOf = (ms: number) => Math.floor((ms - calendar.startOf(0)) / dayMs)
  const trial = signup + random.next() ** 2 * 6 * dayMs + 20 * 60_000
  const say = (ms: number, type: string, own: string) =>
    tell(Math.floor(ms) * 1000 + random.whole(0, 999), type, person.id, `"plan":"${plan}","country":"${person.country}",${own}`)
  say(trial, 'trial_started', `"trial_days":${trialDays}`)
  const trialEnd = dayOf(trial) + trialDays
  const onTrial: Billing = { planOn: day => (day >= dayOf(trial) && day < trialEnd ? 'trial' : 'free'), isPaidOn: () => false }
  if (!random.chance(Math.min(0.95, paysByHabit[person.habit.name] * (paysBySource[person.source ?? ''] ?? 1)))) return onTrial

  const first = trial + (2 + random.next() * (trialDays - 1)) * dayMs
  const isYearly = random.chance(0.25)
  const every = isYearly ? 365 : 30
  const amount = monthly[plan] * (isYearly ? monthsOfYear : 1)
  const money = `"amount":${amount},"currency":"${person.country === 'US' ? 'USD' : 'EUR'}","interval":"${isYearly ? 'year' : 'month'}"`
  let paidUntil = dayOf(first)
  for (let at = first; dayOf(at) < calendar.days; at += every * dayMs) {
    if (at > first && random.chance(isYearly ? 0.2 : 0.05)) {
      say(
        at - dayMs * random.next(),
        'subscription_cancelled',
        `"reason":"${random.pick(['price', 'missing feature', 'not used', 'other'])}"`,
      )
      break
    }
    if (random.chance(0.03))
      say(at - 3_600_000, 'payment_failed', `"code":"${random.pick(['card_declined', 'expired', 'insufficient_funds'])}"`)
    say(at, 'subscription_paid', `${money},"renewal":${at > first}`)
    paidUntil = dayOf(at) + every
  }
  const paidFrom = dayOf(first)
  const isPaidOn = (day: number) => day >= paidFrom && day < paidUntil
  return { planOn: day => (isPaidOn(day) ? plan : onTrial.planOn(day)), isPaidOn }
}
