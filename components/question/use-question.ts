'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { AnyDocument } from './kinds'
import { type Question, readQuestion, writeQuestion } from './read-question'
import { type Trail, useTrail } from './use-trail'

export interface QuestionState extends Trail {
  /** Null where the link holds none. */
  readonly question: Question | null
  readonly change: (document: AnyDocument) => void
  /** Goes back to no question at all. */
  readonly clear: () => void
}

/** The question lives in the address: each change is a step of the browser's history. */
export function useQuestion(): QuestionState {
  const [text, setText] = useQueryState('q', parseAsString.withOptions({ history: 'push' }))
  const question = useMemo(() => (text === null ? null : readQuestion(text)), [text])
  const trail = useTrail(text ?? '')
  const change = useCallback((document: AnyDocument) => void setText(writeQuestion(document)), [setText])
  const clear = useCallback(() => void setText(null), [setText])
  return { question, change, clear, ...trail }
}
