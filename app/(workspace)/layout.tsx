import { type ReactNode, Suspense } from 'react'
import { PageSkeleton, TopBar } from '@/components/shell'

export default function WorkspaceLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <Suspense fallback={<div className="h-12 border-line border-b bg-surface" />}>
        <TopBar />
      </Suspense>
      <main>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </main>
    </>
  )
}
