import type { AliasableExpression, Compilable, ExpressionBuilder, Kysely, QueryCreator, SelectQueryBuilder } from 'kysely'
import type { SqlVerbs } from './verbs'

/**
 * Tables and columns are known only once a question is asked, so no type can list them.
 * This is the one place where the tree is untyped; everything that enters it is checked before.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyTables = any

export type Sql<T = unknown> = AliasableExpression<T>
export type Build = ExpressionBuilder<AnyTables, AnyTables>

export type Query = SelectQueryBuilder<AnyTables, AnyTables, AnyTables>
/** Relations that were named so far; `selectFrom` continues from them. */
export type Relations = QueryCreator<AnyTables>

/** What a room needs to plan: a query builder that compiles and never runs, an expression builder, and the engine's verbs. */
export interface Planner {
  readonly db: Kysely<AnyTables>
  readonly eb: Build
  readonly verbs: SqlVerbs
}

/** A question as a tree, ready to become the text of its dialect. */
export type Plan = Compilable
