'use client'

import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { Problems } from '@/components/answer'
import { type CatalogAnswer, type EventEntry, RequestFailed, useCatalog } from '@/components/catalog'
import { useLocale } from '@/components/editor'
import { beginQuestion, questionHref, recentRange } from '@/components/question'
import { GettingStarted, useDatasetName } from '@/components/shell'
import { Icon, Skeleton } from '@/components/ui'
import { formatBucket, formatNumber } from '@/lib/chart'
import { EventProperties } from './event-properties'

/** The catalog: what events there are, how many, since when, and what they carry. */
export function EventsPage(): ReactNode {
  const dataset = useDatasetName()
  const catalog = useCatalog(dataset)
  const [search, setSearch] = useState('')
  const found = catalog.data?.events.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase())) ?? []
  return (
    <div className="mx-auto flex w-full max-w-[1200px] flex-col gap-4 p-3 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-semibold text-xl tracking-tight">Events</h1>
        <label className="flex h-8 w-full items-center gap-2 rounded-md border border-line bg-surface px-2.5 focus-within:border-accent sm:w-72">
          <Icon name="search" className="size-3.5 text-muted" />
          <input
            type="search"
            aria-label="Search events"
            placeholder="Search events"
            value={search}
            onChange={event => setSearch(event.target.value)}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-muted"
          />
        </label>
      </div>
      {catalog.error instanceof RequestFailed && (
        <Problems title="The events cannot be read" problems={catalog.error.problems} tone="error" />
      )}
      {catalog.isPending && <Skeleton className="h-96 w-full" />}
      {catalog.data?.events.length === 0 && <GettingStarted />}
      {catalog.data && catalog.data.events.length > 0 && <EventTable catalog={catalog.data} events={found} />}
    </div>
  )
}

function EventTable({ catalog, events }: { readonly catalog: CatalogAnswer; readonly events: readonly EventEntry[] }): ReactNode {
  const most = Math.max(1, ...catalog.events.map(event => event.events))
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
      <table className="w-full border-collapse text-left">
        <thead className="text-muted text-xs">
          <tr className="[&>th]:px-4 [&>th]:py-2 [&>th]:font-medium">
            <th scope="col">Event</th>
            <th scope="col" className="text-right">
              Volume
            </th>
            <th scope="col" className="hidden md:table-cell">
              First seen
            </th>
            <th scope="col" className="hidden sm:table-cell">
              Last seen
            </th>
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        {events.map(event => (
          <EventRow key={event.name} catalog={catalog} event={event} most={most} />
        ))}
      </table>
      {events.length === 0 && <p className="px-4 py-10 text-center text-muted">No event has this in its name.</p>}
    </div>
  )
}

interface EventRowProps {
  readonly catalog: CatalogAnswer
  readonly event: EventEntry
  readonly most: number
}

function EventRow({ catalog, event, most }: EventRowProps): ReactNode {
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const [opened] = useState(() => new Date())
  const day = (instant: string) => formatBucket(instant.slice(0, 10), 'day', locale, 'long')
  const question = beginQuestion('segmentation', { dataset: catalog.dataset, range: recentRange(catalog, 30, opened) }, [
    { event: event.name },
  ])
  return (
    <tbody className="border-line border-t">
      <tr className="hover:bg-sunken/60 [&>*]:px-4 [&>*]:py-2">
        <th scope="row" className="max-w-96 font-normal">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="flex max-w-full items-center gap-2 rounded"
          >
            <Icon name="chevron" className={isOpen ? 'size-3 text-muted' : 'size-3 -rotate-90 text-muted'} />
            <span className="truncate">{event.name}</span>
          </button>
        </th>
        <td className="tabular text-right">
          {formatNumber(event.events, 'count', locale)}
          <span aria-hidden="true" className="mt-1 block h-1 rounded-full bg-sunken">
            <span className="block h-full rounded-full bg-accent" style={{ width: `${Math.max(1, (event.events / most) * 100)}%` }} />
          </span>
        </td>
        <td className="tabular hidden whitespace-nowrap text-muted md:table-cell">{day(event.firstSeen)}</td>
        <td className="tabular hidden whitespace-nowrap text-muted sm:table-cell">{day(event.lastSeen)}</td>
        <td className="text-right">
          <Link href={questionHref(question)} className="rounded px-2 py-1 text-accent-strong hover:bg-accent-soft">
            Explore<span className="sr-only"> {event.name}</span>
          </Link>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={5} className="bg-canvas px-4 py-3">
            <EventProperties dataset={catalog.dataset} event={event.name} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
