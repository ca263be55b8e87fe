import type { Answered } from '@/components/question'
import type { ChartSpec } from '@/lib/chart'
import { kinds } from '@/lib/kinds'

/** The chart of an answer, made by the kind that the question is of. */
export function chartOf({ answer, document }: Answered): ChartSpec {
  const { chart } = kinds[document.kind]
  // The server answered this very document, so its kind's chart reads the answer.
  return (chart as unknown as (answer: unknown, document: unknown) => ChartSpec)(answer, document)
}
