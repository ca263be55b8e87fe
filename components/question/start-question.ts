import type { CatalogAnswer } from '@/components/catalog'
import type { Range } from '@/lib/parts/range'
import { beginQuestion } from './carry-over'
import type { AnyDocument } from './kinds'

/** A question to begin with: who uses the product, over days that have events. */
export function startQuestion(catalog: CatalogAnswer, now: Date): AnyDocument | null {
  const event = visitEvent(catalog)
  if (event === undefined) return null
  return beginQuestion('segmentation', { dataset: catalog.dataset, range: recentRange(catalog, 30, now) }, [{ event }])
}

/** The event that says that somebody is there: one of the usual names, else the most frequent. */
export function visitEvent({ events }: Pick<CatalogAnswer, 'events'>): string | undefined {
  const usual = visits.find(name => events.some(event => event.name === name))
  return usual ?? events.toSorted((one, other) => other.events - one.events)[0]?.name
}

const visits = ['application_opened', 'app_opened', 'session_started', 'session_start', '$pageview', 'page_view', 'page_viewed']

const dayMillis = 86_400_000
/** A dataset whose last event is older than this is of the past: counting back from today would show nothing. */
const freshDays = 3

/** The last days up to now; where the last event is long ago, those up to it, and none before the first. */
export function recentRange({ events }: Pick<CatalogAnswer, 'events'>, days: number, now: Date): Range {
  const last = Math.max(...events.map(event => Date.parse(event.lastSeen)))
  if (!Number.isFinite(last) || last > now.getTime() - freshDays * dayMillis) return { last: days, unit: 'day' }
  const day = (millis: number) => new Date(millis).toISOString().slice(0, 10)
  const first = Math.min(...events.map(event => Date.parse(event.firstSeen)))
  return { from: day(Math.max(first, last - (days - 1) * dayMillis)), to: day(last) }
}
