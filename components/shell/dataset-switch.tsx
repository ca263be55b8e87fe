'use client'

import { usePathname, useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useCatalog } from '@/components/catalog'
import { useLocale } from '@/components/editor'
import { Choice } from '@/components/ui'
import { formatNumber } from '@/lib/chart'
import { useDatasetName } from './use-dataset'

/** Chooses the events that everything is about. Another dataset has other events, so a question begins anew. */
export function DatasetSwitch(): ReactNode {
  const router = useRouter()
  const path = usePathname()
  const locale = useLocale()
  const named = useDatasetName()
  const catalog = useCatalog(named)
  const datasets = catalog.data?.datasets ?? []
  const current = named ?? catalog.data?.dataset
  if (current === undefined || datasets.length === 0) return null
  const options = datasets.map(({ name, events, isSample }) => ({
    id: name,
    label: name,
    detail: `${formatNumber(events, 'count', locale)} events${isSample ? ' · sample data' : ''}`,
  }))
  return (
    <Choice
      label="Dataset"
      value={current}
      options={options}
      onChange={name => router.push(`${path}?dataset=${encodeURIComponent(name)}`)}
    />
  )
}
