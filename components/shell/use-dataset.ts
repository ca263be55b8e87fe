'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { readQuestion } from '@/components/question'

/** The dataset that the page is about, as the address names it: by itself, or in the question. Undefined is the first one. */
export function useDatasetName(): string | undefined {
  const [named] = useQueryState('dataset', parseAsString)
  const [question] = useQueryState('q', parseAsString)
  return useMemo(() => (question === null ? undefined : readQuestion(question).document?.dataset), [question]) ?? named ?? undefined
}
