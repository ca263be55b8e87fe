import * as z from 'zod'
import { envelopeFields } from '@/lib/document/envelope'
import { byForm } from '@/lib/parts/by-form'
import { propertySchema } from '@/lib/parts/property'
import { calendarUnits } from '@/lib/parts/range'
import { selectionFields } from '@/lib/parts/selection'

export const aggregates = ['sum', 'avg', 'min', 'max', 'median', 'p25', 'p75', 'p90', 'p95', 'p99', 'distinct'] as const
export type Aggregate = (typeof aggregates)[number]

const countSchema = z.enum(['events', 'entities', 'eventsPerEntity', 'population'])
const aggregateSchema = z.strictObject({ agg: z.enum(aggregates), property: propertySchema })
const activeSchema = z.strictObject({
  active: z.int('Use a whole number of days.').min(1, 'Use 1 day or more.').max(366, 'Use 366 days or fewer.'),
})

export type Measure = z.infer<typeof countSchema> | z.infer<typeof aggregateSchema> | z.infer<typeof activeSchema>

/** A measure by its form: a word, an aggregate of a property, or the entities active in the last N days. */
const measureSchema = byForm(measureForm)

function measureForm(written: unknown): z.ZodType<Measure> {
  if (typeof written !== 'object' || written === null) return countSchema
  return 'active' in written ? activeSchema : aggregateSchema
}

export const seriesSchema = z.strictObject({
  ...selectionFields,
  event: selectionFields.event.optional(),
  measure: measureSchema.optional(),
})

export const formulaSchema = z.strictObject({
  formula: z.string().min(1, 'Write a formula, such as “A / B * 100”.').max(1000, 'A formula has at most 1,000 characters.'),
  label: z.string().optional(),
  format: z.enum(['number', 'percent']).optional(),
})

const transformSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rolling'), window: z.int('Use a whole number of buckets.').min(1, 'Use 1 bucket or more.').max(1000) }),
  z.strictObject({ type: z.literal('cumulative') }),
])

export const segmentationIntervals = [...calendarUnits, 'none'] as const

export const segmentationSchema = z.strictObject({
  ...envelopeFields,
  kind: z.literal('segmentation'),
  interval: z.enum(segmentationIntervals).optional(),
  series: z.array(seriesSchema).min(1, 'Give 1 to 12 series.').max(12, 'Give 1 to 12 series.'),
  formulas: z.array(formulaSchema).max(12, 'Give at most 12 formulas.').optional(),
  transform: transformSchema.optional(),
  compare: z
    .strictObject({ shift: z.int().min(1, 'Use 1 or more.').max(1000), unit: z.enum(['day', 'week', 'month', 'quarter', 'year']) })
    .optional(),
})

export type SegmentationDocument = z.infer<typeof segmentationSchema>
export type Series = z.infer<typeof seriesSchema>
export type Formula = z.infer<typeof formulaSchema>
