import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { request } from './request'
import type { CatalogAnswer, ValuesAnswer } from './types'

/** The datasets, and the events of one (the first one unless named) with their volumes. */
export function useCatalog(dataset: string | undefined): UseQueryResult<CatalogAnswer> {
  return useQuery({
    queryKey: ['catalog', dataset ?? null],
    queryFn: ({ signal }) => request<CatalogAnswer>(`/api/catalog?${parameters({ dataset, detail: 'events' })}`, { signal }),
    staleTime: 60_000,
  })
}

/** The catalog again, with the properties of these events; of all events for null. */
export function usePropertyCatalog(
  dataset: string | undefined,
  events: readonly string[] | null,
  isEnabled = true,
): UseQueryResult<CatalogAnswer> {
  return useQuery({
    queryKey: ['properties', dataset ?? null, events],
    queryFn: ({ signal }) => request<CatalogAnswer>(`/api/catalog?${parameters({ dataset, event: events ?? [] })}`, { signal }),
    staleTime: 60_000,
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  })
}

interface ValuesQuestion {
  readonly dataset: string | undefined
  readonly events: readonly string[] | null
  readonly property: string
  readonly search: string
}

/** The most frequent values of a property that contain a text, with their counts. */
export function useValues({ dataset, events, property, search }: ValuesQuestion, isEnabled = true): UseQueryResult<ValuesAnswer> {
  return useQuery({
    queryKey: ['values', dataset ?? null, events, property, search],
    queryFn: ({ signal }) =>
      request<ValuesAnswer>(`/api/catalog/values?${parameters({ dataset, event: events ?? [], property, search })}`, { signal }),
    staleTime: 60_000,
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

function parameters(fields: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of value === undefined ? [] : [value].flat()) search.append(name, one)
  }
  return search.toString()
}
