import * as z from 'zod'

/** A value of one of several forms. Which one is meant is read from the value, so that errors speak of that form alone. */
export function byForm<T>(formOf: (written: unknown) => z.ZodType<T>): z.ZodType<T> {
  return z.unknown().transform((written, context): T => {
    const parsed = formOf(written).safeParse(written)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) context.addIssue({ ...issue, input: written } as never)
    return z.NEVER
  })
}
