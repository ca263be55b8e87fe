import * as z from 'zod'
import { envelopeFields } from '@/lib/document/envelope'
import { selectionSchema } from '@/lib/parts/selection'

export const retentionUnits = ['day', 'week', 'month'] as const
export type RetentionUnit = (typeof retentionUnits)[number]

export const retentionSchema = z.strictObject({
  ...envelopeFields,
  kind: z.literal('retention'),
  start: selectionSchema,
  return: selectionSchema,
  unit: z.enum(retentionUnits),
  periods: z.int('Use a whole number.').min(1, 'Use 1 to 90 periods.').max(90, 'Use 1 to 90 periods.'),
  entry: z.enum(['first', 'firstEver', 'every']).optional(),
  returnOn: z.enum(['on', 'onOrAfter']).optional(),
  clock: z.enum(['calendar', 'elapsed']).optional(),
})

export type RetentionDocument = z.infer<typeof retentionSchema>
