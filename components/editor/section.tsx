import type { ReactNode } from 'react'

/** A part of the question column. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-line border-t px-4 py-4 first:border-t-0">
      {children}
    </section>
  )
}

/** Words between controls: the question reads as a sentence. */
export const Words = ({ children }: { readonly children: ReactNode }): ReactNode => <span className="text-muted">{children}</span>

export const Sentence = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1.5">{children}</div>
)
