import type { Problem } from './problem'

/** Expected trouble is a value: either what was asked for, or everything that stands in its way. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })

/** The one exception that carries problems through code that has no result to return (engines, streams). */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
  }
}
