import type { ReactNode } from 'react'
import { Skeleton } from '@/components/ui'

/** A page before the browser has taken it over. */
export const PageSkeleton = (): ReactNode => (
  <div className="mx-auto w-full max-w-[1440px] p-3 sm:p-6">
    <Skeleton className="h-[420px] w-full" />
  </div>
)
