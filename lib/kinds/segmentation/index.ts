import type { Kind } from '@/lib/kinds/kind'
import type { SegmentationAnswer } from './answer'
import { begin, selectionsOf } from './carry'
import { segmentationChart } from './chart'
import { type SegmentationDocument, segmentationSchema } from './document'

export const segmentation: Kind<'segmentation', SegmentationDocument, SegmentationAnswer> = {
  name: 'segmentation',
  title: 'Segmentation',
  document: segmentationSchema,
  begin,
  selectionsOf,
  loadEditor: async () => (await import('./editor')).SegmentationEditor,
  loadCompiler: async () => (await import('./compiler')).compiler,
  chart: segmentationChart,
}
