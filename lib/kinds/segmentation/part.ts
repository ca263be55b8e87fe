import type { Planner, Query, Sql } from '@/sql'

/** What a row of the statement's result tells of. */
export type Part = 'group' | 'bucket' | 'total' | 'first' | 'active'

/** A part of the result, without the columns that it leaves empty. */
export interface PartRows {
  readonly part: Part
  readonly query: Query
  readonly columns: Readonly<Record<string, Sql>>
  /** What its rows are aggregated by; nothing where they are not. */
  readonly by: readonly Sql[]
  /** A bucket by which the rows of `part` are aggregated besides; those without it are the part `total`, from the same read. */
  readonly bucket?: Sql
}

export type Columns = Readonly<Record<string, Sql>>

export const selectAll = (columns: Columns) => Object.entries(columns).map(([name, value]) => value.as(name))

export const merged = (parts: readonly Columns[]): Columns => Object.assign({}, ...parts)

/** Columns of a relation under their own names. */
export const refs = (names: readonly string[], { eb }: Planner, relation?: string): Columns =>
  Object.fromEntries(names.map(name => [name, eb.ref(relation === undefined ? name : `${relation}.${name}`)]))
