import * as z from 'zod'
import { byForm } from './by-form'
import { readTime } from './moment'
import { propertySchema } from './property'

const value = z.union([z.string(), z.number(), z.boolean()], 'Use a text, a number, true or false.')
const values = z.union(
  [value, z.array(value).min(1, 'Give at least one value.')],
  'Use a text, a number, true or false, or a list of them.',
)
const text = z.string('Use a text.')
const number = z.number('Use a number.')
const time = text.refine(written => readTime(written) !== null, 'Use an ISO date or time, such as “2026-10-01” or “2026-10-01T09:30:00Z”.')

const on = <Op extends string, Value extends z.ZodType>(ops: readonly [Op, ...Op[]], value: Value) =>
  z.strictObject({ property: propertySchema, op: z.enum(ops), value })

const operators = [
  ...['is', 'isNot', 'contains', 'notContains', 'startsWith', 'endsWith', 'matches', 'notMatches'],
  ...['gt', 'gte', 'lt', 'lte', 'between', 'before', 'after', 'isSet', 'isNotSet'],
]

/** One comparison of one property, told apart by `op`. */
export const comparisonSchema = z.discriminatedUnion(
  'op',
  [
    on(['is', 'isNot'], values),
    on(['contains', 'notContains'], text.min(1, 'Give the text to look for.')),
    on(['startsWith', 'endsWith', 'matches', 'notMatches'], text),
    on(['gt', 'gte', 'lt', 'lte'], number),
    on(['between'], z.tuple([number, number], 'Use two numbers: [low, high].')),
    on(['before', 'after'], time),
    z.strictObject({ property: propertySchema, op: z.enum(['isSet', 'isNotSet']) }),
  ],
  { error: `A condition has an op: one of ${operators.join(', ')}.` },
)

export type Comparison = z.infer<typeof comparisonSchema>
export type ComparisonValue = z.infer<typeof value>

export type Condition =
  | Comparison
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly not: Condition }

/** A condition, nested to any depth. Which of the four forms is meant is read from its fields, so that errors speak of that form. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() => byForm(formOf))

const anySchema = z.strictObject({ any: z.array(conditionSchema).min(1, 'Give at least one condition.') })
const allSchema = z.strictObject({ all: z.array(conditionSchema).min(1, 'Give at least one condition.') })
const notSchema = z.strictObject({ not: conditionSchema })

function formOf(written: unknown): z.ZodType<Condition> {
  if (typeof written === 'object' && written !== null) {
    if ('any' in written) return anySchema
    if ('all' in written) return allSchema
    if ('not' in written) return notSchema
  }
  return comparisonSchema
}

export const conditionsSchema = z.array(conditionSchema)
