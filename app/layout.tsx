import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Sounding', template: '%s · Sounding' },
  description: 'Self-serve product analytics on the data a company already has',
}

export default function RootLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Before the first paint, or the wrong theme flashes by: this must block. */}
        <script src="/theme.js" />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
