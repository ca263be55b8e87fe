import * as z from 'zod'
import { conditionsSchema } from '@/lib/parts/condition'
import { readTime } from '@/lib/parts/moment'
import { propertySchema } from '@/lib/parts/property'
import { rangeSchema } from '@/lib/parts/range'

export const weekStarts = ['monday', 'sunday'] as const
export type WeekStart = (typeof weekStarts)[number]

export const defaultBreakdownLimit = 10

/** The fields that the document of every kind has. */
export const envelopeFields = {
  version: z.literal(1, 'The version is 1.').optional(),
  dataset: z.string().min(1).optional(),
  range: rangeSchema,
  timezone: z.string().min(1).optional(),
  weekStart: z.enum(weekStarts).optional(),
  asOf: z
    .string()
    .refine(written => readTime(written) !== null, 'Use an instant, such as “2026-11-01T09:00:00Z”.')
    .optional(),
  entity: z.string().min(1).optional(),
  where: conditionsSchema.optional(),
  breakdown: z.array(propertySchema).min(1, 'Give 1 to 3 properties.').max(3, 'Give 1 to 3 properties.').optional(),
  breakdownLimit: z.int().min(1, 'Use 1 to 100.').max(100, 'Use 1 to 100.').optional(),
  approximate: z.boolean().optional(),
}

const envelopeSchema = z.object(envelopeFields)
export type Envelope = z.infer<typeof envelopeSchema>
