import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, duckdbEngine, Gate, openDatabase } from '@/lib/engines/duckdb'
import type { Engine } from '@/lib/engines/engine'
import { type Random, randomFrom } from '@/lib/oracle/random'
import { patternError } from './pattern'

let database: Database
let engine: Engine

beforeAll(async () => {
  database = await openDatabase({ path: ':memory:' })
  engine = duckdbEngine(async () => database, new Gate(1, 1))
})
afterAll(() => database.close())

const sql = "select regexp_matches(text, $1) as found from (values ('abc'), ('É🎉\nő'), ('')) as texts(text)"

/** What becomes of a pattern: refused before it runs, run, or, which must not be, refused by the engine. */
async function fateOf(pattern: string): Promise<'refused' | 'runs' | 'fails'> {
  if (patternError(pattern) !== null) return 'refused'
  return engine.run({ sql, parameters: [pattern] }, { timeoutMs: 60_000 }).then(
    () => 'runs',
    () => 'fails',
  )
}

const deep = (open: string, close: string, levels: number) => `${open.repeat(levels)}a${close.repeat(levels)}`

test.each([
  ['refused', ['\\p{Lu}{1000}', '(\\pL{30}){30}', '(?:\\PL|x){500}', '[^\\p{L}]{900}', '\\p{L}{300}\\p{L}{300}', '(?i)(?:\\p{L}{20}){20}']],
  ['refused', ['a{1001}', '(a{100}){100}', '((a{10}){10}){11}', 'x'.repeat(200_000), '(', ')', '[', '\\', '*', 'a**', '(?<n>a)', '\\8']],
  ['refused', [deep('(', ')', 2000), deep('(?:', ')*', 100_000), '[[:alpha:])(]', '(?=a)', '\\p{Greek}', '\\x{110000}', '\\pX']],
  ['runs', ['\\p{Lu}{100}', '(\\pL{10}){20}', '(a{100}){10}', '[^,]{1000}', '.{1000}', '(?i)straße.{0,500}', '\\x{10FFFF}{500}']],
  ['runs', ['(((((a*)*)*)*)*)*', '(a|a|aa)+$', deep('(', ')', 300), deep('(?:', ')?', 300), '(|a)*', '', '|', '^*$', 'x'.repeat(20_000)]],
  ['runs', ['[\\x00-\\x{10FFFF}]', '[^\\x00-\\x{10FFFF}]', '\\Q{1000}\\E', '[a{1000}]{10}', '🎉{1000}', '\ud83d', '\0', ']', '}']],
] as const)('large, deep and odd patterns are %s (%#)', async (fate, patterns) => {
  for (const pattern of patterns) expect([pattern.slice(0, 40), await fateOf(pattern)]).toEqual([pattern.slice(0, 40), fate])
})

const atoms = [
  ...[
    'a',
    'É',
    '🎉',
    '.',
    '^',
    '$',
    '\\b',
    '\\d',
    '\\W',
    '\\pL',
    '\\P{Lu}',
    '\\p{^So}',
    '[^a]',
    '[a-z]',
    '[é-ő🎉]',
    '[\\pL\\pN_]',
    '[^\\p{Ll}é]',
  ],
  ...[
    '[\\]^-]',
    '[]a]',
    '[^]a]',
    '[\\d-]',
    '\\x{10FFFF}',
    '\\xe9',
    '\\Qa.b\\E',
    '\\n',
    '\\\\',
    '\\{',
    '{',
    '}',
    '(?i)',
    '(?-s)',
    '|',
    '',
    '"',
    "'",
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '\\',
    '(?P<n>a)',
    '(?=a)',
    '[[:alpha:]]',
    '[a&&b]',
    '\\p{Greek}',
    '\\1',
    '\\z',
    '\\A',
    '\\C',
    '\\K',
    '%',
    '_',
    '\0',
  ],
]
const wholeAtoms = atoms.slice(0, 35)
const repetitions = [
  '*',
  '+',
  '?',
  '*?',
  '{0}',
  '{2}',
  '{3,}',
  '{0,7}',
  '{5,30}',
  '{100}',
  '{200,}',
  '{1000}',
  '{1,1000}',
  '{1001}',
  '{2,1}',
]

function randomPattern(random: Random, depth: number): string {
  const count = 1 + random.below(3)
  return Array.from({ length: count }, () => {
    const isNested = depth > 0 && random.chance(0.6)
    const open = random.pick(['(', '(?:', '(?i:', '(?s-i:'])
    const atom = isNested ? `${open}${randomPattern(random, depth - 1)})` : random.pick(random.chance(0.95) ? wholeAtoms : atoms)
    return random.chance(0.5) ? `${atom}${random.pick(repetitions)}` : atom
  }).join(random.pick(['', '', '|']))
}

test('no pattern that is let through fails in the engine', async () => {
  const random = randomFrom(7)
  const fates = { refused: 0, runs: 0 }
  for (let number = 0; number < 600; number++) {
    const pattern = randomPattern(random, 1 + random.below(3))
    const fate = await fateOf(pattern)
    if (fate === 'fails') expect.fail(`the engine refuses ${JSON.stringify(pattern)}`)
    fates[fate]++
  }
  expect(Math.min(fates.refused, fates.runs)).toBeGreaterThan(100)
})
