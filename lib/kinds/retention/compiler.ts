import type { Compiler } from '@/lib/kinds/kind'
import type { RetentionAnswer } from './answer'
import type { RetentionDocument } from './document'
import { plan } from './plan'
import { readRows } from './read-rows'
import { type RetentionQuestion, resolve } from './resolve'

export const compiler: Compiler<RetentionDocument, RetentionQuestion, RetentionAnswer> = { resolve, plan, answer: readRows }
