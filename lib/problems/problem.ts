import { texts } from './texts'

type Texts = typeof texts
export type ProblemText = keyof Texts
export type ProblemCode =
  | 'invalid_query'
  | 'not_supported'
  | 'forbidden'
  | 'engine_error'
  | 'timeout'
  | 'busy'
  | 'cancelled'
  | 'store_unavailable'
  | 'internal_error'

/** Where in a document: `['series', 0, 'measure', 'agg']`. */
export type Path = readonly (string | number)[]

/** Something that went wrong for a person: a stable code, the place in the document, and a sentence that says the mend. */
export interface Problem {
  readonly code: ProblemCode
  readonly path: Path
  readonly message: string
}

const codes: Partial<Record<ProblemText, ProblemCode>> = {
  notSupported: 'not_supported',
  engineFailed: 'engine_error',
  timedOut: 'timeout',
  busy: 'busy',
  cancelled: 'cancelled',
  storeUnavailable: 'store_unavailable',
  unexpected: 'internal_error',
  foreignHost: 'forbidden',
  foreignOrigin: 'forbidden',
}

/** A problem at a place, with the sentence and code of its text. */
export function problem<T extends ProblemText>(text: T, path: Path, ...values: Parameters<Texts[T]>): Problem {
  const write = texts[text] as (values: unknown) => string
  return { code: codes[text] ?? 'invalid_query', path, message: write(values[0]) }
}

/** `['series', 0, 'where']` as `series[0].where`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '')
}
