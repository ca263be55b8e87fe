import type { Dataset } from '@/lib/catalog'
import { compileQuestion } from './ask'
import { median } from './measure'
import type { Question } from './question'

/** From the written document to the statement's text, in ms: the median of many once it is warm. */
export async function compileMs(question: Question, dataset: Dataset, times = 100): Promise<number> {
  for (let time = 0; time < times; time++) await compileQuestion(question, dataset)
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const started = performance.now()
    await compileQuestion(question, dataset)
    taken.push(performance.now() - started)
  }
  return median(taken)
}
