import { UsageError } from './exit'

/** Checks an IANA name. */
export function timezone(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text
  } catch {
    throw new UsageError(`“${text}” is not a time zone. Use an IANA name, such as “Europe/Budapest” or “UTC”.`)
  }
}
