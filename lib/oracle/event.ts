import type { FunnelDocument } from '@/lib/kinds/funnel/document'
import type { RetentionDocument } from '@/lib/kinds/retention/document'
import type { SegmentationDocument } from '@/lib/kinds/segmentation/document'

/** An event as it is counted by hand. `micros` is its instant in microseconds since 1970, UTC. */
export interface OracleEvent {
  readonly eventType: string
  readonly micros: number
  readonly userId: string | null
  readonly properties: ReadonlyMap<string, string | null>
}

/** Attributes of people as texts, by user id. */
export type Users = ReadonlyMap<string, ReadonlyMap<string, string | null>>

/** Everything that a question can be asked of. `timezone` is the dataset's own. */
export interface EventSet {
  readonly events: readonly OracleEvent[]
  readonly users: Users
  readonly timezone: string
}

export type AnyDocument = SegmentationDocument | FunnelDocument | RetentionDocument

/** An event that exists for a query: it has an entity. */
export type CountedEvent = OracleEvent & { readonly userId: string }
