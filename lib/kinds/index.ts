import { funnel } from './funnel'
import { retention } from './retention'
import { segmentation } from './segmentation'

/** The registry: one line for each kind. */
export const kinds = { segmentation, funnel, retention } as const

export type KindName = keyof typeof kinds
export type { Compiler, Prepared } from './compiler'
export type { EditorProps, Kind } from './kind'
export type { Meta } from './meta'
