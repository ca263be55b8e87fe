import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Stands where something will be; it has that thing's size, so that nothing jumps. */
export function Skeleton({ className }: { readonly className: string }): ReactNode {
  return <div aria-hidden="true" className={classNames('rounded-md bg-sunken [animation:breathe_1.6s_ease-in-out_infinite]', className)} />
}
