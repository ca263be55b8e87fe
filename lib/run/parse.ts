import type * as z from 'zod'
import { type KindName, kinds } from '@/lib/kinds'
import { closest, fail, type Path, type Problem, problem, type Result, succeed } from '@/lib/problems'

/** A document of some kind whose shape is right. */
export interface ParsedDocument {
  readonly kind: KindName
  readonly document: unknown
  readonly dataset: string | undefined
}

/** Each level of conditions takes two. Engines refuse expressions that are nested much deeper. */
const mostLevels = 200

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(inner => isDeeperThan(inner, levels - 1))
}

const isKindName = (kind: unknown): kind is KindName => typeof kind === 'string' && Object.hasOwn(kinds, kind)

/** Checks the shape of a document of any kind. Fails with all problems, each with the path of its field. */
export function parseDocument(written: unknown): Result<ParsedDocument> {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return fail(problem('invalidValue', [], { detail: 'A query document is a JSON object, such as {"kind": "segmentation", ...}.' }))
  }
  if (isDeeperThan(written, mostLevels)) return fail(problem('tooDeep', [], { most: mostLevels }))
  const kind = 'kind' in written ? written.kind : undefined
  if (!isKindName(kind)) {
    const known = Object.keys(kinds)
    const planned = kind === 'attribution'
    return fail(
      planned
        ? problem('notSupported', ['kind'], { what: `The kind “${kind}”` })
        : problem('unknownKind', ['kind'], { kind: String(kind), known }),
    )
  }
  const schema: z.ZodType = kinds[kind].document
  const parsed = schema.safeParse(written)
  if (!parsed.success) return fail(...parsed.error.issues.flatMap(issue => problemsOf(issue, schema, written)))
  return succeed({ kind, document: parsed.data, dataset: 'dataset' in written ? String(written.dataset) : undefined })
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, written: unknown): readonly Problem[] {
  const path = issue.path.filter(step => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path)
    return issue.keys.map(field => problem('unknownField', [...path, field], { field, suggestion: closest(field, known) }))
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue)
    if (nearest !== null) return nearest.flatMap(inner => problemsOf({ ...inner, path: [...path, ...inner.path] }, schema, written))
  }
  return [problem('invalidValue', path, { detail: sentence(issue, valueAt(written, path)) })]
}

/** Of a choice's branches the one that got farthest tells best what is wrong; null where all fail at once. */
function nearestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | null {
  const deep = issue.errors.filter(branch => branch.some(inner => inner.path.length > 0))
  return deep[0] ?? null
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

/** Whether the schema left the sentence to us. */
const isPlain = ({ message }: z.core.$ZodIssue): boolean => /^(Invalid input|Too (small|big))/.test(message)

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'This field is missing.'
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_type' && isPlain(issue)) return `Use ${typeWords[issue.expected] ?? `a value of the type ${issue.expected}`}.`
  if (issue.code === 'too_small' && isPlain(issue)) return `Use ${issue.minimum} or more.`
  if (issue.code === 'too_big' && isPlain(issue)) return `Use ${issue.maximum} or less.`
  return issue.message
}

const valueAt = (written: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), written)

function fieldsAt(schema: z.ZodType, path: Path): readonly string[] {
  const at = path.reduce<unknown>((inner, step) => fieldOf(inner, step), schema)
  const shape = shapeOf(at)
  return shape === null ? [] : Object.keys(shape)
}

interface Definition {
  readonly shape?: Readonly<Record<string, unknown>>
  readonly innerType?: unknown
  readonly element?: unknown
}

const definitionOf = (schema: unknown): Definition => (schema as { _zod?: { def?: Definition } } | undefined)?._zod?.def ?? {}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  const { shape, innerType } = definitionOf(schema)
  return shape ?? (innerType === undefined ? null : shapeOf(innerType))
}

function fieldOf(schema: unknown, step: string | number): unknown {
  const { innerType, element, shape } = definitionOf(schema)
  if (innerType !== undefined) return fieldOf(innerType, step)
  return typeof step === 'number' ? element : shape?.[step]
}
