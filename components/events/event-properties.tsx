'use client'

import type { ReactNode } from 'react'
import { usePropertyCatalog } from '@/components/catalog'
import { useLocale } from '@/components/editor'
import { Skeleton } from '@/components/ui'
import { formatNumber, valueLabel } from '@/lib/chart'
import { splitProperty } from '@/lib/parts/property'

/** What one event carries: properties with their type, how often they are there, and what they mostly say. */
export function EventProperties({ dataset, event }: { readonly dataset: string; readonly event: string }): ReactNode {
  const locale = useLocale()
  const catalog = usePropertyCatalog(dataset, [event])
  const properties = catalog.data?.events.find(({ name }) => name === event)?.properties
  if (catalog.error) return <p className="text-muted">{catalog.error.message}</p>
  if (properties === undefined) return <Skeleton className="h-24 w-full" />
  if (properties.length === 0) return <p className="text-muted">This event has no properties.</p>
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">Properties of {event}</caption>
      <thead className="text-muted text-xs">
        <tr className="[&>th]:py-1 [&>th]:pr-4 [&>th]:font-medium">
          <th scope="col">Property</th>
          <th scope="col">Type</th>
          <th scope="col" className="text-right">
            Has it
          </th>
          <th scope="col" className="text-right">
            Values
          </th>
          <th scope="col" className="hidden sm:table-cell">
            Most frequent
          </th>
        </tr>
      </thead>
      <tbody>
        {properties.map(({ property, type, share, distinct, top }) => (
          <tr key={property} className="[&>*]:py-1 [&>*]:pr-4">
            <th scope="row" className="font-normal">
              {splitProperty(property).name}
            </th>
            <td className="text-muted">{type}</td>
            <td className="tabular text-right">{formatNumber(share, 'rate', locale, 'compact')}</td>
            <td className="tabular text-right">{formatNumber(distinct, 'count', locale)}</td>
            <td className="hidden max-w-96 truncate text-muted sm:table-cell">
              {top
                .slice(0, 4)
                .map(({ value }) => valueLabel(value))
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
