import * as z from 'zod'
import { envelopeFields } from '@/lib/document/envelope'
import { propertySchema } from '@/lib/parts/property'
import { calendarUnitSchema } from '@/lib/parts/range'
import { selectionFields, selectionSchema } from '@/lib/parts/selection'

export const windowUnits = ['second', 'minute', 'hour', 'day', 'week'] as const

export const funnelSchema = z.strictObject({
  ...envelopeFields,
  kind: z.literal('funnel'),
  steps: z.array(selectionSchema).min(2, 'A funnel needs 2 to 12 steps.').max(12, 'A funnel needs 2 to 12 steps.'),
  window: z
    .strictObject({ value: z.int('Use a whole number.').min(1, 'Use 1 or more.').max(100_000_000), unit: z.enum(windowUnits) })
    .optional(),
  order: z.enum(['ordered', 'strict', 'any']).optional(),
  entries: z.enum(['any', 'first']).optional(),
  exclusions: z.array(z.strictObject({ ...selectionFields, from: z.int().min(1), to: z.int().min(2) })).optional(),
  hold: z.array(propertySchema).optional(),
  breakdownAt: z.int().min(1).optional(),
  interval: calendarUnitSchema.optional(),
})

export type FunnelDocument = z.infer<typeof funnelSchema>
