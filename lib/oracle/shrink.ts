import type { AnyDocument, EventSet } from './event'

export interface Case {
  readonly set: EventSet
  readonly document: AnyDocument
}

/**
 * Takes away whatever can go while the case still fails: events, their properties, people, then parts of the document.
 * `stillFails` must answer false for a document that is not valid. Tries at most `budget` smaller cases.
 */
export async function shrink(failing: Case, stillFails: (smaller: Case) => Promise<boolean>, budget = 400): Promise<Case> {
  let best = failing
  let left = budget
  const attempt = async (smaller: Case): Promise<boolean> => {
    if (left-- <= 0 || !(await stillFails(smaller))) return false
    best = smaller
    return true
  }
  for (let before = -1; left > 0 && before !== sizeOf(best); ) {
    before = sizeOf(best)
    await dropEvents(() => best, attempt)
    await dropDocumentParts(() => best, attempt)
    await dropProperties(() => best, attempt)
  }
  return best
}

type Attempt = (smaller: Case) => Promise<boolean>

const sizeOf = ({ set, document }: Case) =>
  set.events.length +
  set.users.size +
  JSON.stringify(document).length +
  set.events.reduce((sum, { properties }) => sum + properties.size, 0)

async function dropEvents(current: () => Case, attempt: Attempt): Promise<void> {
  for (let chunk = Math.ceil(current().set.events.length / 2); chunk >= 1; chunk = chunk === 1 ? 0 : Math.ceil(chunk / 2)) {
    for (let at = 0; at < current().set.events.length; ) {
      const { set, document } = current()
      const events = set.events.filter((_, index) => index < at || index >= at + chunk)
      if (!(await attempt({ document, set: { ...set, events } }))) at += chunk
    }
  }
}

async function dropProperties(current: () => Case, attempt: Attempt): Promise<void> {
  const { set, document } = current()
  await attempt({ document, set: { ...set, users: new Map() } })
  const keys = new Set(set.events.flatMap(({ properties }) => [...properties.keys()]))
  for (const key of keys) {
    const without = current().set.events.map(event => ({
      ...event,
      properties: new Map([...event.properties].filter(([name]) => name !== key)),
    }))
    await attempt({ document: current().document, set: { ...current().set, events: without } })
  }
}

async function dropDocumentParts(current: () => Case, attempt: Attempt): Promise<void> {
  const tried = new Set<string>()
  for (;;) {
    const path = partsOf(current().document).find(part => !tried.has(JSON.stringify(part)))
    if (path === undefined) return
    tried.add(JSON.stringify(path))
    const { set, document } = current()
    // Whatever is left is checked by `stillFails` before it runs.
    await attempt({ set, document: without(document, path) as AnyDocument })
  }
}

type Path = readonly (string | number)[]

/** The places of everything in a document that might be left out, outermost first. */
function partsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const steps: (string | number)[] = Array.isArray(value)
    ? value.map((_, index) => index)
    : Object.keys(value).filter(key => key !== 'asOf')
  const inner = value as Readonly<Record<string | number, unknown>>
  return [...steps.map(step => [...path, step]), ...steps.flatMap(step => partsOf(inner[step], [...path, step]))]
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  const change = (inner: unknown) => (rest.length === 0 ? [] : [without(inner, rest)])
  if (Array.isArray(value)) return value.flatMap((inner, index) => (index === step ? change(inner) : [inner]))
  const entries = Object.entries(value as object)
  return Object.fromEntries(
    entries.flatMap(([key, inner]) => (key === step ? change(inner).map(changed => [key, changed]) : [[key, inner]])),
  )
}
