import { fail, ProblemError, type Result } from '@/lib/problems'

/** Problems that were thrown on the way become values. */
export async function asResult<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem)
    throw error
  }
}
