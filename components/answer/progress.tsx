'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { useLocale } from '@/components/editor'
import { Button } from '@/components/ui'
import { formatNumber } from '@/lib/chart'

/** After a second people want to know that something is going on, and to be able to stop it. */
export function Progress({ onCancel }: { readonly onCancel: () => void }): ReactNode {
  const locale = useLocale()
  const seconds = useElapsedSeconds()
  if (seconds < 1) return null
  return (
    <div role="status" className="absolute inset-x-0 top-0 z-30 overflow-hidden rounded-xl border border-line bg-raised shadow-popover">
      <div className="flex items-center justify-between gap-4 py-2 pr-2 pl-5">
        <span>
          Asking the engine … <span className="tabular text-muted">{formatNumber(seconds, 'seconds', locale)}</span>
        </span>
        <Button className="h-7" onPress={onCancel}>
          Cancel
        </Button>
      </div>
      <div className="h-0.5 bg-sunken">
        <div className="h-full w-1/3 bg-accent [animation:sweep_1.4s_linear_infinite]" />
      </div>
    </div>
  )
}

function useElapsedSeconds(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}
