import { breakdownInWords, rangeInWords, selectionInWords, whereInWords } from '@/lib/chart'
import type { FunnelDocument } from './document'

/** The question as a sentence. */
export function funnelSummary(document: FunnelDocument): string {
  const steps = document.steps.map(selectionInWords).join(', then ')
  const { value, unit } = document.window ?? { value: 7, unit: 'day' }
  const within = `within ${value} ${unit}${value === 1 ? '' : 's'}`
  return `Users who did ${steps}, ${within}, ${rangeInWords(document.range)}${breakdownInWords(document.breakdown)}${whereInWords(document.where)}`
}
