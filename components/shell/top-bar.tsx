'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui'
import { DatasetSwitch } from './dataset-switch'
import { Logo } from './logo'
import { ThemeSwitch } from './theme-switch'
import { useDatasetName } from './use-dataset'

const pages = [
  { path: '/', name: 'Home' },
  { path: '/explore', name: 'Explore' },
  { path: '/events', name: 'Events' },
] as const

export function TopBar(): ReactNode {
  const path = usePathname()
  const dataset = useDatasetName()
  const search = dataset === undefined ? '' : `?dataset=${encodeURIComponent(dataset)}`
  return (
    <header className="no-print sticky top-0 z-40 flex h-12 items-center gap-1 border-line border-b bg-surface px-3 sm:gap-4 sm:px-5">
      <Link href={`/${search}`} className="flex items-center gap-2 rounded font-semibold tracking-tight">
        <Logo />
        <span className="sr-only sm:not-sr-only">Sounding</span>
      </Link>
      <nav aria-label="Main" className="flex h-full items-stretch">
        {pages.map(page => (
          <Link
            key={page.path}
            href={page.path + search}
            aria-current={path === page.path ? 'page' : undefined}
            className={classNames(
              'flex items-center border-b-2 px-2.5 sm:px-3',
              path === page.path ? 'border-accent font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {page.name}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex min-w-0 items-center gap-1 sm:gap-2">
        <DatasetSwitch />
        <ThemeSwitch />
      </div>
    </header>
  )
}
