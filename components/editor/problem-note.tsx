'use client'

import type { ReactNode } from 'react'
import { Icon } from '@/components/ui'
import { useProblemsAt } from './scope'

/** What is wrong at a place of the question, beside the control that mends it. */
export function ProblemNote({ path, isDeep = false }: { readonly path: string; readonly isDeep?: boolean }): ReactNode {
  const problems = useProblemsAt(path, isDeep)
  if (problems.length === 0) return null
  return (
    <div role="alert" data-path={path} className="flex w-full flex-col gap-1 py-0.5 text-danger text-xs leading-4">
      {problems.map(({ path: place, message }) => (
        <p key={`${place}${message}`} className="flex items-start gap-1">
          <Icon name="warning" className="mt-0.5 size-3" />
          <span className="min-w-0 break-words">{message}</span>
        </p>
      ))}
    </div>
  )
}
