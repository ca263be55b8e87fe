export { type CompiledStatement, compile } from './compile'
export { type DialectName, dialects } from './dialects'
export type { Plan, Planner, Query, Relations, Sql } from './plan'
export type { Bool, ChainOrder, SqlVerbs } from './verbs'
