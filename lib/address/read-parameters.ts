import { closest, fail, type Problem, problem, type Result, succeed } from '@/lib/problems'

type Parameters<Once extends string, Repeated extends string> = { readonly [Name in Once]: string | undefined } & {
  readonly [Name in Repeated]: readonly string[]
}

/**
 * The parameters of an address by name: those that may stand once as their text or undefined, those that may be repeated as lists.
 * Fails for every parameter that is not listed, with the nearest that is, and for every one that stands twice and may not.
 */
export function readParameters<Once extends string, Repeated extends string = never>(
  address: string,
  once: readonly Once[],
  repeated: readonly Repeated[] = [],
): Result<Parameters<Once, Repeated>> {
  const { searchParams } = new URL(address)
  const known: readonly string[] = [...once, ...repeated]
  const problems: Problem[] = []
  for (const name of new Set(searchParams.keys())) {
    const times = searchParams.getAll(name).length
    if (!known.includes(name)) problems.push(unknown(name, known))
    else if (times > 1 && !repeated.some(one => one === name))
      problems.push(problem('invalidValue', [name], { detail: `“${name}” is given ${times} times. Give it once.` }))
  }
  if (problems.length > 0) return fail(...problems)
  const found = [
    ...once.map(name => [name, searchParams.get(name) ?? undefined] as const),
    ...repeated.map(name => [name, searchParams.getAll(name)] as const),
  ]
  // Every name of either list is there, with a value of its list's form.
  return succeed(Object.fromEntries(found) as Parameters<Once, Repeated>)
}

function unknown(name: string, known: readonly string[]): Problem {
  const nearest = closest(name, known)
  const mend = nearest === undefined ? `It takes: ${known.join(', ')}.` : `Did you mean “${nearest}”?`
  return problem('invalidValue', [name], { detail: `This address takes no parameter “${name}”. ${mend}` })
}
