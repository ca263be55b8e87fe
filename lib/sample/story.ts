import { type Action, actions } from './actions'
import { type Billing, tellBilling } from './billing'
import type { SampleCalendar } from './calendar'
import type { Person } from './people'
import { type Random, seededRandom } from './random'

/** Takes one event: when, what, whose, and its properties as the inside of a JSON object. */
export type Tell = (micros: number, type: string, user: string | null, properties: string) => void

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const eventsInVisit = 4
/** How much later than their event offline visits arrive, in hours. */
const longestOffline = 60

/** Tells everything that one person did. */
export function tellStory(person: Person, seed: number, calendar: SampleCalendar, tell: Tell): void {
  const random = seededRandom(seed)
  const tellPast: Tell = (micros, type, user, properties) => {
    if (micros < calendar.nowMs * 1000 && micros >= calendar.startOf(0) * 1000) tell(micros, type, user, properties)
  }
  const signup = calendar.startOf(0) + person.since * dayMs + workingHour(person, random)
  if (person.since >= 0) {
    tellTouches(person, signup, random, tellPast)
    tellFirstSteps(person, signup, calendar, random, tellPast)
  }
  const billing = tellBilling(person, signup, calendar, random, tellPast)
  for (let day = Math.max(0, person.since); day < calendar.days; day++) {
    if (!random.chance(visitChance(person, day, calendar, billing))) continue
    const isFirst = day === person.since
    const start = isFirst ? signup + random.whole(3, 50) * 60_000 : calendar.startOf(day) + workingHour(person, random)
    tellVisit(person, start, day, calendar, billing, random, tellPast)
  }
}

function visitChance(person: Person, day: number, calendar: SampleCalendar, billing: Billing): number {
  if (day === person.since) return 0.9
  const weeks = (day - person.since) / 7
  const left = (1 + weeks) ** -person.habit.fall
  const isDisappointed = calendar.isBrokenOn(day) || calendar.isBrokenOn(Math.max(0, day - 3))
  return Math.min(0.95, person.habit.visits * left * calendar.workOn(day) * (billing.isPaidOn(day) ? 1.5 : 1) * (isDisappointed ? 0.85 : 1))
}

/** People work from eight to six where they live, and some of them late. */
function workingHour(person: Person, random: Random): number {
  const offset = { US: -6, BR: -3, GB: 0, DE: 1, FR: 1, HU: 1, PL: 1, SE: 1, IN: 5.5, JP: 9, KR: 9 }[person.country] ?? 0
  const local = random.chance(0.12) ? 18 + random.next() * 5 : 8 + (random.next() + random.next()) * 5
  return ((((local - offset) % 24) + 24) % 24) * hourMs
}

function tellTouches(person: Person, signup: number, random: Random, tell: Tell): void {
  if (person.source === null) return
  const isAd = person.source !== 'newsletter' && person.source !== 'partner'
  for (
    let left = random.weighted([
      [1, 5],
      [2, 3],
      [3, 2],
      [5, 0.4],
    ] as const);
    left > 0;
    left--
  ) {
    const at = signup - random.next() ** 2 * 21 * dayMs - 60_000
    const source = random.chance(0.8) ? person.source : random.pick(['google', 'linkedin', 'youtube'])
    const campaign = `"utm_source":"${source}","utm_campaign":"${random.pick(['brand', 'launch', 'students', 'spring', 'retarget'])}"`
    if (isAd && random.chance(0.7))
      tell(micro(at, random), 'ad_clicked', person.id, `${campaign},"cost":${Math.round(random.skewed(1.2, 0.5) * 100) / 100}`)
    else
      tell(
        micro(at, random),
        'campaign_visited',
        random.chance(0.04) ? null : person.id,
        `${campaign},"landing_page":"/${random.pick(['', 'pricing', 'students', 'ipad'])}"`,
      )
  }
  if (random.chance(0.45))
    tell(micro(signup - random.next() * 3 * hourMs - 30_000, random), 'pricing_viewed', person.id, `"utm_source":"${person.source}"`)
}

function tellFirstSteps(person: Person, signup: number, calendar: SampleCalendar, random: Random, tell: Tell): void {
  const where = `"platform":"${platformOn(person, person.since, calendar)}","country":"${person.country}"`
  const source = person.source === null ? '' : `,"utm_source":"${person.source}"`
  tell(
    micro(signup, random),
    'signup',
    person.id,
    `${where},"method":"${random.weighted([
      ['email', 5],
      ['google', 4],
      ['sso', 1],
    ] as const)}"${source}`,
  )
  const patience = person.habit.name === 'passing' ? 0.6 : 0.92
  const onboarded = signup + random.skewed(9 * 60_000, 0.7)
  if (!random.chance(patience)) return
  tell(
    micro(onboarded, random),
    'onboarding_completed',
    person.id,
    `${where},"steps":${random.whole(3, 6)},"skipped":${random.chance(0.3)}`,
  )
  const taught = onboarded + random.skewed(6 * 60_000, 0.9)
  if (random.chance(0.55)) {
    tell(
      micro(taught, random),
      'tutorial_started',
      person.id,
      `${where},"tutorial":"${random.pick(['basics', 'sketching', 'assemblies'])}"`,
    )
    if (random.chance(0.62)) tell(micro(taught + random.skewed(14 * 60_000, 0.5), random), 'tutorial_completed', person.id, where)
  }
  if (random.chance(patience * 0.85)) {
    const created = onboarded + random.skewed(50 * 60_000, 1.6)
    tell(micro(created, random), 'project_created', person.id, `${where},"template":${random.chance(0.6)}`)
  }
}

function tellVisit(
  person: Person,
  start: number,
  day: number,
  calendar: SampleCalendar,
  billing: Billing,
  random: Random,
  tell: Tell,
): void {
  const isBroken = calendar.isBrokenOn(day)
  const platform = platformOn(person, day, calendar)
  const isOffline = platform === 'ipad' && random.chance(0.1)
  const received = isOffline
    ? `,"offline":true,"received_at":"${new Date(start + random.whole(2, longestOffline) * hourMs).toISOString()}"`
    : ''
  const country = random.chance(0.05) ? '' : `"country":"${person.country}",`
  const common = `"platform":"${platform}","app_version":"${calendar.versionOn(day)}",${country}"plan":"${billing.planOn(day)}","company_id":"${person.company.id}","session_id":"${Math.floor(random.next() * 1e15).toString(36)}"${received}`
  let at = start
  const say = (type: string, own: string) => tell(micro(at, random), type, person.id, own === '' ? common : `${common},${own}`)
  say('application_opened', `"start_ms":${Math.round(random.skewed(isBroken ? 5200 : 1900, 0.4))}`)
  const choices = choicesOf(person.role === 'VIEWER', calendar.days - 1 - day)
  for (let left = Math.round(random.skewed(eventsInVisit, 0.7)); left > 0; left--) {
    at += random.skewed(35_000, 1.1)
    if (random.chance(isBroken ? 0.05 : 0.0015)) {
      say('crash_reported', `"signal":"${random.pick(['SIGSEGV', 'OOM', 'GPU'])}","open_files":${random.whole(1, 5)}`)
      return
    }
    const action = choices(random)
    say(action.type, action.properties(random, { person, isBroken }))
  }
  at += random.skewed(60_000, 1)
  if (random.chance(0.7)) say('application_closed', `"session_s":${Math.round((at - start) / 1000)}`)
}

function platformOn(person: Person, day: number, calendar: SampleCalendar): string {
  const ipadSince = calendar.days - 1 - 245
  return person.platform === 'ipad' && day < ipadSince ? 'mac' : person.platform
}

const newestAction = 88
const byKind = new Map<string, (random: Random) => Action>()

function choicesOf(isViewer: boolean, daysAgo: number): (random: Random) => Action {
  const hasNewest = daysAgo <= newestAction
  const kind = `${isViewer} ${hasNewest}`
  const known = byKind.get(kind)
  if (known) return known
  const there = actions.filter(action => action.sinceDaysAgo === undefined || hasNewest)
  const sums: number[] = []
  let sum = 0
  for (const action of there) {
    sum += isViewer ? action.viewer : action.editor
    sums.push(sum)
  }
  const choose = (random: Random) => {
    const wanted = random.next() * sum
    return there[sums.findIndex(reached => reached > wanted)] ?? (there[0] as Action)
  }
  byKind.set(kind, choose)
  return choose
}

/** Microseconds, so that few events share an instant. */
function micro(ms: number, random: Random): number {
  return Math.floor(ms) * 1000 + random.whole(0, 999)
}
