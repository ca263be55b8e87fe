'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type PlacedProblem, RequestFailed, request } from '@/components/catalog'
import type { Meta } from '@/lib/kinds'
import type { AnyDocument } from './kinds'

/** An answer and the question it answers: they are never shown apart. */
export interface Answered {
  readonly document: AnyDocument
  /** Of the document's kind; that kind alone knows how to read it. */
  readonly answer: { readonly meta: Meta }
}

export interface AnswerState {
  /** The answer to the present question, or the last one there was. */
  readonly shown: Answered | null
  readonly isCurrent: boolean
  readonly isRunning: boolean
  readonly isCancelled: boolean
  readonly problems: readonly PlacedProblem[]
  readonly cancel: () => void
  readonly run: () => void
}

/** Follows the question: a changed or left one is aborted, which ends it in the engine too. */
export function useAnswer(document: AnyDocument | null): AnswerState {
  const client = useQueryClient()
  const [last, setLast] = useState<Answered | null>(null)
  const body = document === null ? null : JSON.stringify(document)
  const queryKey = ['answer', body]
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Answered> => {
      const headers = { 'content-type': 'application/json' }
      const answer = await request<Answered['answer']>('/api/query', { method: 'POST', headers, body, signal })
      // The query is disabled without a document.
      return { document: document as AnyDocument, answer }
    },
    enabled: document !== null,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
  if (query.data !== undefined && query.data !== last) setLast(query.data)

  return {
    shown: query.data ?? last,
    isCurrent: query.data !== undefined,
    isRunning: query.isFetching && query.data === undefined,
    isCancelled: document !== null && query.isPending && !query.isFetching,
    problems: query.error instanceof RequestFailed ? query.error.problems : query.error ? [unexpected(query.error)] : [],
    cancel: () => void client.cancelQueries({ queryKey }),
    run: () => void query.refetch(),
  }
}

const unexpected = (error: Error): PlacedProblem => ({
  code: 'unexpected',
  path: '',
  message: `Something unexpected happened: ${error.message}`,
})
