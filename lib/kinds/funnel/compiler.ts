import type { Compiler } from '@/lib/kinds/kind'
import type { FunnelAnswer } from './answer'
import type { FunnelDocument } from './document'
import { plan } from './plan'
import { readRows } from './read-rows'
import { type FunnelQuestion, resolve } from './resolve'

export const compiler: Compiler<FunnelDocument, FunnelQuestion, FunnelAnswer> = { resolve, plan, answer: readRows }
