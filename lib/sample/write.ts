import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sampleCalendar } from './calendar'
import { inventPeople, type Person } from './people'
import { seededRandom } from './random'
import { tellStory } from './story'

export interface SampleSize {
  readonly companies: number
  readonly people: number
  readonly days: number
}

export const fullSize: SampleSize = { companies: 1500, people: 20_000, days: 400 }

export interface SampleFiles {
  readonly events: string
  readonly users: string
  readonly companies: string
  readonly memberships: string
}

/** Writes the sample as JSON lines into a folder. The same seed, size and moment make the same files. */
export function writeSample(
  folder: string,
  seed: number,
  now: Date,
  size: SampleSize,
  onProgress: (fraction: number) => void,
): SampleFiles {
  const calendar = sampleCalendar(now, size.days)
  const { companies, people } = inventPeople(seed, size.companies, size.people, calendar)
  const files = {
    events: join(folder, 'events.jsonl'),
    users: join(folder, 'users.jsonl'),
    companies: join(folder, 'companies.jsonl'),
    memberships: join(folder, 'memberships.jsonl'),
  }
  writeLines(files.events, line => {
    for (const [index, person] of people.entries()) {
      tellStory(person, seed + 1 + index, calendar, (micros, type, user, properties) => {
        line(
          `{"event_type":"${type}","event_time":"${instant(micros)}","user_id":${user === null ? 'null' : `"${user}"`},"event_properties":{${properties}}}\n`,
        )
      })
      if (index % 500 === 0) onProgress(index / people.length)
    }
  })
  writeLines(files.users, line => {
    for (const person of people) line(`${JSON.stringify(userRow(person, calendar.dateOf))}\n`)
  })
  writeLines(files.companies, line => {
    for (const { id, name, industry, country, plan, seats } of companies)
      line(`${JSON.stringify({ company_id: id, name, industry, country, plan, seats })}\n`)
  })
  writeLines(files.memberships, line => {
    const random = seededRandom(seed - 1)
    for (const person of people) {
      line(`${JSON.stringify({ user_id: person.id, company_id: person.company.id, role_in_company: person.role })}\n`)
      const second = random.pick(companies)
      if (random.chance(0.03) && second.id !== person.company.id) {
        line(`${JSON.stringify({ user_id: person.id, company_id: second.id, role_in_company: 'VIEWER' })}\n`)
      }
    }
  })
  return files
}

function userRow({ id, company, country, language, platform, profession, role, since, source }: Person, dateOf: (day: number) => string) {
  return {
    user_id: id,
    country,
    language,
    platform,
    profession,
    first_source: source,
    signed_up_on: since >= 0 ? dateOf(since) : null,
    company_id: company.id,
    company_plan: company.plan,
    role_in_company: role,
  }
}

const chunkLength = 1 << 20

function writeLines(path: string, write: (line: (text: string) => void) => void): void {
  const file = openSync(path, 'w')
  let chunk = ''
  write(text => {
    chunk += text
    if (chunk.length < chunkLength) return
    writeSync(file, chunk)
    chunk = ''
  })
  writeSync(file, chunk)
  closeSync(file)
}

/** `toISOString` for each event would take a third of the time, so days are remembered. */
const days = new Map<number, string>()

function instant(micros: number): string {
  const day = Math.floor(micros / 86_400_000_000)
  let date = days.get(day)
  if (date === undefined) {
    date = new Date(day * 86_400_000).toISOString().slice(0, 10)
    days.set(day, date)
  }
  const rest = micros - day * 86_400_000_000
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
  const hours = Math.floor(rest / 3_600_000_000)
  const minutes = Math.floor(rest / 60_000_000) % 60
  const seconds = Math.floor(rest / 1_000_000) % 60
  return `${date}T${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}.${pad(rest % 1_000_000, 6)}Z`
}
