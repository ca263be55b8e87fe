import type * as z from 'zod'
import { type KindName, kinds } from '@/lib/kinds'

/** The document of any kind. */
export type AnyDocument = z.infer<(typeof kinds)[KindName]['document']>

export const kindNames = Object.keys(kinds) as readonly KindName[]

export const isKindName = (name: unknown): name is KindName => typeof name === 'string' && Object.hasOwn(kinds, name)
