import type { Kind } from '@/lib/kinds/kind'
import type { FunnelAnswer } from './answer'
import { begin, selectionsOf } from './carry'
import { funnelChart } from './chart'
import { type FunnelDocument, funnelSchema } from './document'

export const funnel: Kind<'funnel', FunnelDocument, FunnelAnswer> = {
  name: 'funnel',
  title: 'Funnel',
  document: funnelSchema,
  begin,
  selectionsOf,
  loadEditor: async () => (await import('./editor')).FunnelEditor,
  loadCompiler: async () => (await import('./compiler')).compiler,
  chart: funnelChart,
}
