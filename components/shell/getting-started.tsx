import type { ReactNode } from 'react'

/** How to get events in; shown where there are none. */
export function GettingStarted(): ReactNode {
  return (
    <section aria-label="Getting started" className="mx-auto flex max-w-xl flex-col gap-4 rounded-xl border border-line bg-surface p-8">
      <h2 className="font-semibold text-lg">No events yet</h2>
      <p className="text-muted">Load files of JSON lines, one event a line, plain or compressed:</p>
      <Command>{'npx sounding load events/*.json.gz'}</Command>
      <p className="text-muted">Or look around first, with a million events of a made-up company:</p>
      <Command>npx sounding sample</Command>
      <p className="text-muted">Then reload this page.</p>
    </section>
  )
}

export const Command = ({ children }: { readonly children: string }): ReactNode => (
  <pre className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">{children}</pre>
)
