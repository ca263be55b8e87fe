/** What a question reads at least: these rows, and of them these columns. */
export interface Reads {
  /** Null for all. */
  readonly types: readonly string[] | null
  /** UTC days, `until` not included. */
  readonly from: string
  readonly until: string
  readonly columns: readonly ('time' | 'user')[]
  readonly keys: readonly string[]
}

export interface Question {
  readonly name: string
  readonly title: string
  readonly document: Readonly<Record<string, unknown>>
  readonly reads: Reads
  /** How many times the floor it may take. */
  readonly target: number
  /** Mitzu's statement for the same question; null where it knows no such question. */
  readonly mitzu: string | null
  /** How many times faster than it we want to be. */
  readonly targetMitzu: number
}

/** Which column tells users apart: the customer's text, or the integer that the embedded store keeps beside it. */
export type UserColumn = 'user_id' | 'user_key'

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The least that any statement has to do: read the question's rows and columns once. */
export function floorOf({ types, from, until, columns, keys }: Reads, table: string, user: UserColumn): string {
  const read = [...columns.map(column => (column === 'time' ? 'event_time' : user)), ...keys.map(key => `event_properties[${quote(key)}]`)]
  const ofTypes = types === null ? [] : [`event_type in (${types.map(quote).join(', ')})`]
  const where = [...ofTypes, `event_time >= timestamp '${from}'`, `event_time < timestamp '${until}'`]
  return `select count(*), ${read.map(column => `max(${column})`).join(', ')} from ${table} where ${where.join(' and ')}`
}
