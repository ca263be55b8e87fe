'use client'

import { type ReactNode, useState } from 'react'
import type { PlacedProblem } from '@/components/catalog'
import { type QuestionScope, ScopeProvider } from '@/components/editor'
import { type AnyDocument, carryOver, kindNames, type QuestionState } from '@/components/question'
import { Button, classNames, Icon, IconButton, Segmented } from '@/components/ui'
import { localDay } from '@/lib/chart'
import { kinds } from '@/lib/kinds'
import { KindEditor } from './kind-editor'
import { useUndoKeys } from './use-undo-keys'

interface QuestionColumnProps {
  readonly state: QuestionState
  readonly document: AnyDocument
  readonly timezone: string
  readonly problems: readonly PlacedProblem[]
}

export function QuestionColumn({ state, document, timezone, problems }: QuestionColumnProps): ReactNode {
  const [opened] = useState(() => new Date().toISOString())
  const [isFolded, setFolded] = useState(true)
  useUndoKeys(state)
  const zone = isTimezone(document.timezone) ? document.timezone : timezone
  const scope: QuestionScope = { dataset: document.dataset, timezone: zone, today: localDay({ asOf: opened, timezone: zone }), problems }
  return (
    <ScopeProvider scope={scope}>
      <section
        aria-label="Question"
        className="no-print flex min-w-0 flex-col self-start rounded-xl border border-line bg-surface shadow-card lg:sticky lg:top-[68px] lg:max-h-[calc(100dvh-88px)]"
      >
        <div className="flex items-center gap-1 border-line border-b p-2">
          <Segmented
            label="Kind of question"
            value={document.kind}
            segments={kindNames.map(id => ({ id, label: kinds[id].title }))}
            onChange={kind => state.change(carryOver(document, kind))}
            className="flex-1"
          />
          <IconButton icon="undo" label="Undo" isDisabled={!state.canUndo} onPress={state.undo} />
          <IconButton icon="redo" label="Redo" isDisabled={!state.canRedo} onPress={state.redo} />
        </div>
        <Button look="quiet" className="justify-between lg:hidden" aria-expanded={!isFolded} onPress={() => setFolded(!isFolded)}>
          {isFolded ? 'Change the question' : 'Fold the question'}
          <Icon name="chevron" className={classNames('size-4', !isFolded && 'rotate-180')} />
        </Button>
        <div className={classNames('thin-scroll min-h-0 overflow-y-auto lg:block', isFolded && 'hidden')}>
          <KindEditor key={document.kind} document={document} onChange={state.change} />
        </div>
      </section>
    </ScopeProvider>
  )
}

function isTimezone(name: string | undefined): name is string {
  if (name === undefined) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
