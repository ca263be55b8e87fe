'use client'

import type { ReactNode } from 'react'
import { Headlines } from '@/components/answer'
import { useLocale } from '@/components/editor'
import { Figure } from '@/components/figure'
import { exhibits } from './exhibits'

/** Every mark of every exhibit on one page, to be looked at. */
export function Gallery(): ReactNode {
  const locale = useLocale()
  return (
    <main className="mx-auto flex max-w-[1440px] flex-col gap-6 p-6">
      <h1 className="font-semibold text-xl">Gallery</h1>
      {exhibits.map(({ name, spec }) => (
        <section key={name} aria-label={name} className="flex flex-col gap-3">
          <h2 className="font-medium">{name}</h2>
          <Headlines headlines={spec.headlines} locale={locale} />
          <div className="grid gap-4 lg:grid-cols-2">
            {spec.drawings.map(({ name: drawing, label, mark }) => (
              <div key={drawing} className="min-w-0 rounded-xl border border-line bg-surface p-4">
                <h3 className="text-muted text-xs">{label}</h3>
                <Figure mark={mark} title={`${name}: ${label}`} locale={locale} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </main>
  )
}
