import { breakdownInWords, rangeInWords, selectionInWords, whereInWords } from '@/lib/chart'
import type { RetentionDocument } from './document'

/** The question as a sentence. */
export function retentionSummary(document: RetentionDocument): string {
  const rest = `${rangeInWords(document.range)}${breakdownInWords(document.breakdown)}${whereInWords(document.where)}`
  return `Users who did ${selectionInWords(document.start)} and came back to ${selectionInWords(document.return)}, by ${document.unit}, ${rest}`
}
