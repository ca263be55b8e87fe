import { type CatalogQuestion, checkNames, type ValuesQuestion } from '@/lib/catalog'
import { fail, ProblemError, type Result } from '@/lib/problems'
import { openDataset } from '@/lib/store'

/** Answers a question once its dataset has everything that it names: an empty list would look like an answer. */
export async function whenKnown<T>(question: CatalogQuestion | ValuesQuestion, answer: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const dataset = await openDataset(question.dataset)
    const known = dataset.ok ? checkNames(dataset.value, question) : dataset
    return known.ok ? await answer() : known
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem)
    throw error
  }
}
