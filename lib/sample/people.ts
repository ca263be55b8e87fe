import type { SampleCalendar } from './calendar'
import { type Random, seededRandom } from './random'

export interface Company {
  readonly id: string
  readonly name: string
  readonly industry: string
  readonly country: string
  readonly plan: 'free' | 'pro' | 'business' | 'enterprise'
  readonly seats: number
  /** The day of the sample on which it came; negative for those that were there before. */
  readonly since: number
}

export interface Person {
  readonly id: string
  readonly company: Company
  readonly country: string
  readonly language: string
  readonly platform: 'windows' | 'mac' | 'ipad'
  readonly profession: string
  readonly role: 'ADMINISTRATOR' | 'EDITOR' | 'VIEWER'
  /** The day of the sample on which they signed up; negative for those who did before it begins. */
  readonly since: number
  /** Where they first heard of the product, null when nobody knows. */
  readonly source: string | null
  readonly habit: Habit
}

/** How much somebody comes back. */
export interface Habit {
  readonly name: 'daily' | 'regular' | 'casual' | 'passing'
  /** The part of working days with a visit at first. */
  readonly visits: number
  /** The part of those who are left after one week, and by which power of the weeks they fall from then on. */
  readonly fall: number
}

const habits: readonly (readonly [Habit, number])[] = [
  [{ name: 'daily', visits: 0.5, fall: 0.12 }, 5],
  [{ name: 'regular', visits: 0.24, fall: 0.32 }, 17],
  [{ name: 'casual', visits: 0.1, fall: 0.55 }, 36],
  [{ name: 'passing', visits: 0.06, fall: 1.3 }, 42],
]
const countries: readonly (readonly [readonly [country: string, language: string], number])[] = [
  [['US', 'en'], 28],
  [['DE', 'de'], 16],
  [['GB', 'en'], 9],
  [['HU', 'hu'], 6],
  [['FR', 'fr'], 8],
  [['JP', 'ja'], 9],
  [['IN', 'en'], 8],
  [['BR', 'pt'], 5],
  [['PL', 'pl'], 4],
  [['SE', 'sv'], 3],
  [['KR', 'ko'], 4],
]
const industries = ['Machinery', 'Automotive', 'Consumer goods', 'Medical devices', 'Architecture', 'Education', 'Aerospace', 'Furniture']
const professions = ['Mechanical engineer', 'Industrial designer', 'Student', 'Architect', 'Maker', 'Manager']
const firstNames = [
  'Nord',
  'Blue',
  'Iron',
  'Bright',
  'Alpine',
  'Delta',
  'Clear',
  'Grand',
  'Silver',
  'North',
  'Vector',
  'Prime',
  'Quiet',
  'Rapid',
  'Solid',
]
const lastNames = [
  'Works',
  'Robotics',
  'Design',
  'Motors',
  'Labs',
  'Tools',
  'Studio',
  'Systems',
  'Dynamics',
  'Industries',
  'Forge',
  'Instruments',
]
const legalForms = ['Inc', 'GmbH', 'Ltd', 'Kft', 'AB', 'SAS', 'Co']
const sources: readonly (readonly [string | null, number])[] = [
  ['google', 30],
  ['linkedin', 12],
  ['youtube', 14],
  ['newsletter', 6],
  ['facebook', 7],
  ['partner', 4],
  [null, 27],
]

/** Invents the companies and their people. The people of a company come in the order in which they joined. */
export function inventPeople(
  seed: number,
  companies: number,
  people: number,
  calendar: SampleCalendar,
): { companies: readonly Company[]; people: readonly Person[] } {
  const random = seededRandom(seed)
  const arrivals = arrivalDays(calendar, random)
  const sizes = Array.from({ length: companies }, () => Math.max(1, random.skewed(5, 1.35)))
  const scale = people / sizes.reduce((sum, size) => sum + size, 0)
  const invented: Company[] = []
  const everybody: Person[] = []
  let owed = 0
  for (const [index, size] of sizes.entries()) {
    owed += size * scale
    const count =
      index === companies - 1
        ? people - everybody.length
        : Math.min(Math.max(1, Math.round(owed)), people - everybody.length - (companies - index - 1))
    owed -= count
    const company = inventCompany(index, count, arrivals, random)
    invented.push(company)
    for (let number = 0; number < count; number++) everybody.push(inventPerson(company, number, arrivals, calendar, random))
  }
  return { companies: invented, people: everybody }
}

function inventCompany(index: number, people: number, arrivals: () => number, random: Random): Company {
  const [country] = random.weighted(countries)
  const plan =
    people > 60
      ? 'enterprise'
      : people > 18
        ? random.weighted([
            ['business', 6],
            ['pro', 3],
            ['free', 1],
          ] as const)
        : random.weighted([
            ['free', 6],
            ['pro', 3],
            ['business', 1],
          ] as const)
  return {
    id: `c${identifier(random)}`,
    name: `${random.pick(firstNames)} ${random.pick(lastNames)} ${random.pick(legalForms)}${index % 7 === 0 ? ` ${index}` : ''}`,
    industry: random.pick(industries),
    country,
    plan,
    seats: Math.ceil(people * (1 + random.next() * 0.3)),
    since: random.chance(0.4) ? -random.whole(1, 700) : arrivals(),
  }
}

function inventPerson(company: Company, number: number, arrivals: () => number, calendar: SampleCalendar, random: Random): Person {
  const [country, language] = random.chance(0.85)
    ? (countries.find(([[code]]) => code === company.country)?.[0] ?? ['US', 'en'])
    : random.weighted(countries)
  const source = random.weighted(sources)
  const since = number === 0 ? company.since : joiningDay(company, arrivals, calendar, random)
  return {
    id: identifier(random),
    company,
    country,
    language,
    platform: random.weighted([
      ['windows', 52],
      ['mac', 30],
      ['ipad', 18],
    ] as const),
    profession: random.pick(professions),
    role:
      number === 0
        ? 'ADMINISTRATOR'
        : random.weighted([
            ['EDITOR', 6],
            ['VIEWER', 3],
            ['ADMINISTRATOR', 0.5],
          ] as const),
    since,
    source,
    habit: random.weighted(habits),
  }
}

/** People find the product by themselves, or join soon after their company; later than their company in any case. */
function joiningDay(company: Company, arrivals: () => number, calendar: SampleCalendar, random: Random): number {
  const day = random.chance(0.3) ? company.since + random.whole(0, 120) : arrivals()
  if (day >= company.since && day < calendar.days) return day
  return company.since + Math.floor(random.next() * (calendar.days - company.since))
}

/** Days on which people come, as often as interest in the product is large. */
function arrivalDays(calendar: SampleCalendar, random: Random): () => number {
  const sums: number[] = []
  let sum = 0
  for (let day = 0; day < calendar.days; day++) {
    sum += calendar.interestOn(day)
    sums.push(sum)
  }
  return () => {
    const wanted = random.next() * sum
    const day = sums.findIndex(reached => reached > wanted)
    return day < 0 ? calendar.days - 1 : day
  }
}

function identifier(random: Random): string {
  const part = () =>
    Math.floor(random.next() * 4294967296)
      .toString(16)
      .padStart(8, '0')
  return part() + part()
}
