import { expect, test } from 'vitest'
import { funnelSchema } from '@/lib/kinds/funnel/document'
import { examples as funnels } from '@/lib/kinds/funnel/examples'
import { retentionSchema } from '@/lib/kinds/retention/document'
import { examples as retentions } from '@/lib/kinds/retention/examples'
import { segmentationSchema } from '@/lib/kinds/segmentation/document'
import { examples as segmentations } from '@/lib/kinds/segmentation/examples'

test.each([
  ['segmentation', segmentationSchema, segmentations],
  ['funnel', funnelSchema, funnels],
  ['retention', retentionSchema, retentions],
] as const)('every example of a %s is a valid document with a name of its own', (_, schema, examples) => {
  for (const { document } of examples) expect(schema.parse(document)).toEqual(document)
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length)
})
