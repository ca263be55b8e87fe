'use client'

import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { type AnyDocument, kindNames } from '@/components/question'
import { Skeleton } from '@/components/ui'
import { kinds } from '@/lib/kinds'
import type { EditorProps } from '@/lib/kinds/kind'

/** Each kind's form comes when a question of that kind is first shown. */
const editors = new Map(
  kindNames.map(name => [
    name,
    // An editor is only ever given documents of its own kind.
    lazy(async () => ({ default: (await kinds[name].loadEditor()) as unknown as ComponentType<EditorProps<AnyDocument>> })),
  ]),
)

export function KindEditor(props: EditorProps<AnyDocument>): ReactNode {
  const Editor = editors.get(props.document.kind)
  return <Suspense fallback={<Loading />}>{Editor && <Editor {...props} />}</Suspense>
}

const Loading = (): ReactNode => (
  <div className="flex flex-col gap-3 p-4">
    <Skeleton className="h-7 w-3/4" />
    <Skeleton className="h-7 w-1/2" />
    <Skeleton className="h-7 w-2/3" />
  </div>
)
