import type { Compiler } from '@/lib/kinds/kind'
import type { SegmentationAnswer } from './answer'
import type { SegmentationDocument } from './document'
import { plan } from './plan'
import { readRows } from './read-rows'
import { resolve, type SegmentationQuestion } from './resolve'

export const compiler: Compiler<SegmentationDocument, SegmentationQuestion, SegmentationAnswer> = { resolve, plan, answer: readRows }
