import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const room = ['README.md', 'document.ts', 'compiler.ts', 'answer.ts', 'chart.ts', 'editor.tsx', 'examples.ts', 'oracle.ts', 'index.ts']
const house: Readonly<Record<string, string>> = {
  'lib/kinds/index.ts': "import { funnel } from './funnel'\nexport const kinds = { funnel }",
  ...Object.fromEntries(room.map(name => [`lib/kinds/funnel/${name}`, 'export const today = (now: Date) => now'])),
  'sql/dialects/index.ts': "export { duckdb } from './duckdb'",
  'sql/dialects/duckdb/index.ts': 'export const duckdb = 1',
}

const folders: string[] = []

function check(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  folders.push(folder)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'check-house.mjs'), folder], { encoding: 'utf8' })
  return { status: run.status, output: run.stdout + run.stderr }
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('the check of files and words', () => {
  it('passes a house that keeps the rules', () => {
    expect(check(house)).toEqual({ status: 0, output: `${Object.keys(house).length} files read: 0 trespasses\n` })
  })

  it('fails where there is nothing to read', () => {
    expect(check({})).toEqual({ status: 1, output: '0 files read: 0 trespasses\n' })
  })

  it.each([
    ['banned-name: lib/helpers/dates.ts', { 'lib/helpers/dates.ts': '' }],
    ['banned-name: components/ui/utils.ts', { 'components/ui/utils.ts': '' }],
    ['incomplete-room: lib/kinds/flow/oracle.ts is missing', { 'lib/kinds/flow/index.ts': '' }],
    ['unregistered: lib/kinds/flow', { 'lib/kinds/flow/index.ts': '' }],
    ['unregistered: sql/dialects/spark', { 'sql/dialects/spark/index.ts': '' }],
    ['world-in-pure-code: lib/parts/today.ts', { 'lib/parts/today.ts': 'export const today = () => Date.now()' }],
  ])('reports %s', (report, trespass) => {
    const { status, output } = check({ ...house, ...trespass })
    expect(output).toContain(report)
    expect(status).toBe(1)
  })
})
