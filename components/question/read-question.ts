import type * as z from 'zod'
import type { PlacedProblem } from '@/components/catalog'
import { kinds } from '@/lib/kinds'
import { formatPath } from '@/lib/problems'
import { type AnyDocument, isKindName, kindNames } from './kinds'

/**
 * What a link holds. `document` can be shown in the form, `problems` says what is still wrong with it; a link that no form can show
 * has problems alone.
 */
export interface Question {
  readonly document: AnyDocument | null
  readonly problems: readonly PlacedProblem[]
}

/** The question that an address holds as text. Its `document` is null where nothing can be shown or mended. */
export function readQuestion(text: string): Question {
  const json = readJson(text)
  if (json === undefined) return broken('This link holds no question: it is not complete. Copy it again, or start anew.')
  return checkQuestion(json)
}

/** The same of JSON: a question that is merely unfinished is kept, with its problems, so that its form can be shown and finished. */
export function checkQuestion(json: unknown): Question {
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined
  if (!isKindName(kind)) return broken(`There is no kind “${String(kind)}”. Use one of: ${kindNames.join(', ')}.`, 'kind')
  // The parsers of all kinds have different results; here only their issues matter.
  const parsed = (kinds[kind].document as z.ZodType<AnyDocument>).safeParse(json)
  if (parsed.success) return { document: parsed.data, problems: [] }
  const problems = parsed.error.issues.map(placeIssue)
  // What breaks only rules of content has the shape of a document, and can be mended in the form.
  const hasShape = parsed.error.issues.every(({ code }) => mendable.has(code))
  return { document: hasShape ? (json as AnyDocument) : null, problems }
}

/** The link's text for a question; `readQuestion` reads it back. */
export const writeQuestion = (document: AnyDocument): string => JSON.stringify(document)

/** The address of a question: whoever opens it sees the same. */
export const questionHref = (document: AnyDocument): string => `/explore?q=${encodeURIComponent(writeQuestion(document))}`

const mendable: ReadonlySet<string> = new Set(['too_small', 'too_big', 'custom', 'invalid_format'])

function placeIssue(issue: z.core.$ZodIssue): PlacedProblem {
  const path = issue.path.filter(step => typeof step !== 'symbol')
  return { code: 'invalid_query', path: formatPath(path), message: issue.message }
}

function broken(message: string, path = ''): Question {
  return { document: null, problems: [{ code: 'invalid_query', path, message }] }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
