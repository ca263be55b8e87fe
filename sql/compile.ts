import { DummyDriver, expressionBuilder, Kysely } from 'kysely'
import { type DialectName, dialects } from './dialects'
import type { AnyTables, Plan, Planner } from './plan'

export interface CompiledStatement {
  readonly sql: string
  readonly parameters: readonly (string | number | bigint | boolean)[]
  /** How the statement names each parameter. */
  readonly placeholders: readonly string[]
}

/**
 * The text of a plan in a dialect, and the values of its placeholders in order.
 * `title` says in a comment where the statement comes from.
 */
export function compile(dialectName: DialectName, title: string, plan: (planner: Planner) => Plan): CompiledStatement {
  const dialect = dialects[dialectName]
  const db = new Kysely<AnyTables>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: () => {
        throw new Error('statements are compiled, never run, through Kysely')
      },
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  })
  const compiled = plan({ db, eb: expressionBuilder<AnyTables, AnyTables>(), verbs: dialect.verbs }).compile()
  return {
    sql: `-- ${title.replaceAll(/\s+/g, ' ')}\n${compiled.sql}`,
    parameters: compiled.parameters as CompiledStatement['parameters'],
    placeholders: compiled.parameters.map((_, index) => dialect.placeholder(index + 1)),
  }
}
