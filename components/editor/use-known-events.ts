import { useCatalog } from '@/components/catalog'
import { useScope } from './scope'

/**
 * Those of the events that the dataset has, sorted; null, which is any event, where it has none of them, as in a question just begun.
 * Undefined until it is known which events there are.
 */
export function useKnownEvents(events: readonly string[] | null): readonly string[] | null | undefined {
  const { dataset } = useScope()
  const catalog = useCatalog(dataset)
  if (catalog.isPending) return undefined
  const names = catalog.data?.events.map(({ name }) => name) ?? []
  const chosen = names.filter(name => events?.includes(name)).sort()
  return chosen.length === 0 ? null : chosen
}
