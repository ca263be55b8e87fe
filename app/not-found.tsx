import Link from 'next/link'
import type { ReactNode } from 'react'

export default function NotFound(): ReactNode {
  return (
    <main className="mx-auto flex w-full max-w-2xl flex-col items-start gap-4 p-5 pt-16">
      <h1 className="font-semibold text-xl tracking-tight">There is no such page</h1>
      <p className="text-muted">The address may be mistyped, or the page may have moved.</p>
      <Link href="/" className="text-accent-strong underline">
        Go to the first page
      </Link>
    </main>
  )
}
