import type { Kind } from '@/lib/kinds/kind'
import type { RetentionAnswer } from './answer'
import { begin, selectionsOf } from './carry'
import { retentionChart } from './chart'
import { type RetentionDocument, retentionSchema } from './document'

export const retention: Kind<'retention', RetentionDocument, RetentionAnswer> = {
  name: 'retention',
  title: 'Retention',
  document: retentionSchema,
  begin,
  selectionsOf,
  loadEditor: async () => (await import('./editor')).RetentionEditor,
  loadCompiler: async () => (await import('./compiler')).compiler,
  chart: retentionChart,
}
