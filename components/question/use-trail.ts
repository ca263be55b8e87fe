'use client'

import { useState } from 'react'

export interface Trail {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
}

interface Steps {
  readonly visited: readonly string[]
  readonly at: number
}

/** Undo and redo are the browser's own back and forward, as far as they stay within this question. */
export function useTrail(present: string): Trail {
  const [steps, setSteps] = useState<Steps>({ visited: [present], at: 0 })
  const now = followTrail(steps, present)
  if (now !== steps) setSteps(now)
  return {
    canUndo: now.at > 0,
    canRedo: now.at < now.visited.length - 1,
    undo: () => now.at > 0 && window.history.back(),
    redo: () => now.at < now.visited.length - 1 && window.history.forward(),
  }
}

/** Where we are after the address became `present`: a step back, a step forward, or somewhere new. */
export function followTrail(steps: Steps, present: string): Steps {
  const { visited, at } = steps
  if (visited[at] === present) return steps
  if (visited[at - 1] === present) return { visited, at: at - 1 }
  if (visited[at + 1] === present) return { visited, at: at + 1 }
  return { visited: [...visited.slice(0, at + 1), present], at: at + 1 }
}
