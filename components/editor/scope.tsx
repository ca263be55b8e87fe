'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { PlacedProblem } from '@/components/catalog'

/** What every control of a question may need to know besides its own value. */
export interface QuestionScope {
  readonly dataset: string | undefined
  /** The zone in which the days of the question are meant. */
  readonly timezone: string
  /** The present local day there, `YYYY-MM-DD`. */
  readonly today: string
  readonly problems: readonly PlacedProblem[]
}

const ScopeContext = createContext<QuestionScope>({ dataset: undefined, timezone: 'UTC', today: '1970-01-01', problems: [] })

export function ScopeProvider({ scope, children }: { readonly scope: QuestionScope; readonly children: ReactNode }): ReactNode {
  return <ScopeContext value={scope}>{children}</ScopeContext>
}

export const useScope = (): QuestionScope => useContext(ScopeContext)

/** The problems of a place; with `isDeep` also those of the places inside it. */
export function useProblemsAt(path: string, isDeep = false): readonly PlacedProblem[] {
  const { problems } = useScope()
  return problems.filter(problem => problem.path === path || (isDeep && isInside(problem.path, path)))
}

const isInside = (inner: string, outer: string): boolean => inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`)
