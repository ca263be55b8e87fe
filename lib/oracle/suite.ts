import { funnelSchema } from '@/lib/kinds/funnel/document'
import { countFunnel } from '@/lib/kinds/funnel/oracle'
import { retentionSchema } from '@/lib/kinds/retention/document'
import { countRetention } from '@/lib/kinds/retention/oracle'
import { segmentationSchema } from '@/lib/kinds/segmentation/document'
import { countSegmentation } from '@/lib/kinds/segmentation/oracle'
import { firstDifference } from './compare'
import type { AnyDocument, EventSet } from './event'
import { toFixture } from './fixture'
import { randomFrom } from './random'
import { type DocumentOf, orderedFunnels, randomDocument, type Scope } from './random-document'
import { randomEvents } from './random-events'
import { type Case, shrink } from './shrink'
import { spanOf } from './span'

export type KindName = keyof DocumentOf

export interface SuiteOptions {
  readonly seed: number
  /** How many sets of events, and how many documents are asked of each. */
  readonly sets: number
  readonly documentsPerSet: number
  readonly scope?: Scope
  /** Stop after this many differences. */
  readonly mostDifferences?: number
  /** How many smaller cases to try for the first difference. */
  readonly shrinkBudget?: number
}

/** Asks the documents of one set of events; answers in the same order. What is not an answer (an error, a problem) is a difference. */
export type Run = (set: EventSet, documents: readonly AnyDocument[]) => Promise<readonly unknown[]>

export interface SuiteReport {
  readonly cases: number
  /** One paragraph a difference; empty where every answer agrees with counting by hand. */
  readonly differences: readonly string[]
}

const byHand: {
  readonly [Kind in KindName]: {
    parse: (document: unknown) => AnyDocument | null
    count: (set: EventSet, document: AnyDocument) => unknown
  }
} = {
  segmentation: {
    parse: written => segmentationSchema.safeParse(written).data ?? null,
    count: (set, document) => countSegmentation(set, document as DocumentOf['segmentation']),
  },
  funnel: {
    parse: written => funnelSchema.safeParse(written).data ?? null,
    count: (set, document) => countFunnel(set, document as DocumentOf['funnel']),
  },
  retention: {
    parse: written => retentionSchema.safeParse(written).data ?? null,
    count: (set, document) => countRetention(set, document as DocumentOf['retention']),
  },
}

/** The answer to a document by counting. The document must be valid, name its own `asOf`, and ask nothing that cannot be counted yet. */
export function countByHand(set: EventSet, document: AnyDocument): unknown {
  return byHand[document.kind].count(set, document)
}

/** The set of events number `index` of a seed, and the documents that are asked of it. */
export function randomCases(kind: KindName, { seed, documentsPerSet, scope = orderedFunnels }: SuiteOptions, index: number) {
  const random = randomFrom(seed * 10_007 + index)
  const set = randomEvents(random)
  const documents = Array.from({ length: documentsPerSet }, (): AnyDocument => randomDocument[kind](random, set, scope))
  return { set, documents }
}

/** Compares an engine with counting by hand, on random cases of a kind. */
export async function checkKind(kind: KindName, options: SuiteOptions, run: Run): Promise<SuiteReport> {
  const differences: string[] = []
  let cases = 0
  for (let index = 0; index < options.sets && differences.length < (options.mostDifferences ?? 5); index++) {
    const { set, documents } = randomCases(kind, options, index)
    const answers = await run(set, documents)
    for (const [place, document] of documents.entries()) {
      cases++
      const difference = firstDifference(countByHand(set, document), answers[place])
      if (difference === null) continue
      const smaller =
        differences.length === 0
          ? await shrink({ set, document }, stillDiffers(kind, run, isRefusal(answers[place])), options.shrinkBudget)
          : { set, document }
      differences.push(await describe(smaller, `${kind}, seed ${options.seed}, set ${index}, document ${place}: ${difference}`, run))
    }
  }
  return { cases, differences }
}

function stillDiffers(kind: KindName, run: Run, refused: boolean) {
  return async ({ set, document }: Case): Promise<boolean> => {
    if (byHand[kind].parse(document) === null) return false
    try {
      const span = spanOf(document, set.timezone)
      if (span.end <= span.start) return false
      const expected = countByHand(set, document)
      const [actual] = await run(set, [document])
      return firstDifference(expected, actual) !== null && isRefusal(actual) === refused
    } catch {
      // A smaller case that cannot be counted or run any more says nothing about this difference.
      return false
    }
  }
}

/** An error instead of an answer: a smaller case must not turn the one into the other, for that would be another fault. */
const isRefusal = (answer: unknown) => typeof answer !== 'object' || answer === null || !('kind' in answer)

async function describe({ set, document }: Case, title: string, run: Run): Promise<string> {
  const [actual] = await run(set, [document])
  const expected = countByHand(set, document)
  const lines = [
    `now: ${firstDifference(expected, actual)}`,
    JSON.stringify(toFixture(set, document)),
    `by hand: ${JSON.stringify(expected)}`,
  ]
  return [title, ...lines].join('\n  ')
}
