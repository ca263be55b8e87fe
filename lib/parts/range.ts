import * as z from 'zod'
import { byForm } from './by-form'
import { readTime } from './moment'

export const calendarUnits = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type CalendarUnit = (typeof calendarUnits)[number]
export const calendarUnitSchema = z.enum(calendarUnits)

const day = z
  .string()
  .refine(written => /^\d{4}-\d{2}-\d{2}$/.test(written) && readTime(written) !== null, 'Use a day, such as “2026-10-01”.')

const lastSchema = z.strictObject({ last: z.int('Use a whole number.').min(1, 'Use 1 or more.').max(100_000), unit: calendarUnitSchema })
const fromToSchema = z.strictObject({ from: day, to: day })

export type Range = z.infer<typeof lastSchema> | z.infer<typeof fromToSchema>

/** The last N calendar units up to now, or local days from and to, both inclusive. */
export const rangeSchema: z.ZodType<Range> = byForm<Range>(written =>
  typeof written === 'object' && written !== null && ('from' in written || 'to' in written) ? fromToSchema : lastSchema,
)
