import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)

const house = {
  'app/page.tsx': "import { frame } from '@/components/figure/frame'\nimport { run } from '@/lib/run'\nexport const page = [frame, run]",
  'components/figure/frame.tsx': "import Plotly from 'plotly.js'\nexport const frame = Plotly",
  'components/editor/steps.tsx': "import { limit } from '@/lib/parts/limit'\nexport const steps = limit",
  'lib/config/index.ts': 'export const config = 1',
  'lib/parts/limit.ts': "import { problem } from '@/lib/problems'\nexport const limit = problem",
  'lib/problems/index.ts': 'export const problem = 1',
  'lib/engines/index.ts': "export { open } from './duckdb/open'",
  'lib/engines/duckdb/open.ts': "import { DuckDBInstance } from '@duckdb/node-api'\nexport const open = DuckDBInstance",
  'lib/engines/databricks/open.ts': 'export const open = 1',
  'lib/store/index.ts': 'export const store = 1',
  'lib/cli/index.ts': 'export const cli = 1',
  'lib/kinds/index.ts': "import { funnel } from './funnel'\nimport { flow } from './flow'\nexport const kinds = { funnel, flow }",
  'lib/kinds/funnel/index.ts': "import type { Plan } from '@/sql/plan'\nexport const funnel = null as Plan",
  'lib/kinds/funnel/document.ts': "import * as z from 'zod'\nexport const document = z",
  'lib/kinds/funnel/compile.ts': 'export const compile = 1',
  'lib/kinds/funnel/oracle.ts': "import { document } from './document'\nexport const oracle = document",
  'lib/kinds/funnel/examples.ts': 'export const examples = 1',
  'lib/kinds/funnel/editor.tsx':
    "import { steps } from '@/components/editor/steps'\nimport { useState } from 'react'\nexport const editor = [steps, useState]",
  'lib/kinds/funnel/funnel.test.ts': "import { oracle } from './oracle'\nexport const test = oracle",
  'lib/kinds/flow/index.ts': 'export const flow = 1',
  'lib/run/index.ts':
    "import { kinds } from '@/lib/kinds'\nimport { sql } from '@/sql/dialects/duckdb/verbs'\nexport const run = [kinds, sql]",
  'bench/run.ts': "import { run } from '@/lib/run'\nexport const bench = run",
  'sql/plan.ts': 'export type Plan = null',
  'sql/dialects/duckdb/verbs.ts': "import { sql } from 'kysely'\nexport { sql }",
  'sql/dialects/databricks/verbs.ts': 'export const sql = 1',
}

/** One line in one more file of the house, for each rule that forbids it. */
const trespasses: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['no-cycle', 'lib/chart/cycle.ts', "import { cycle } from './cycle'\nexport { cycle }"],
  ['no-missing-module', 'lib/chart/missing.ts', "import './nowhere'"],
  ['no-undeclared-package', 'lib/chart/undeclared.ts', "import 'acorn'"],
  ['no-development-package-at-run-time', 'lib/chart/development.ts', "import 'fast-check'"],
  ['no-test-imported', 'lib/chart/tested.ts', "import '@/lib/kinds/funnel/funnel.test'"],
  ['oracles-and-examples-stay-out-of-the-product', 'lib/run/oracle.ts', "import '@/lib/kinds/funnel/oracle'"],
  ['oracles-and-examples-stay-out-of-the-product', 'components/shell/examples.tsx', "import '@/lib/kinds/funnel/examples'"],
  ['app-uses-faces', 'app/deep.tsx', "import '@/lib/parts/limit'"],
  ['pages-know-no-engine', 'app/store.tsx', "import '@/lib/store'"],
  ['pages-know-no-engine', 'components/shell/engine.tsx', "import type { open } from '@/lib/engines'\nexport type Open = typeof open"],
  ['routes-know-no-sql', 'app/api/query/route.ts', "import '@/sql/dialects/duckdb/verbs'"],
  ['nobody-imports-app', 'lib/chart/app.ts', "import '@/app/page'"],
  ['components-draw', 'components/shell/config.tsx', "import '@/lib/config'"],
  ['ui-knows-no-analytics', 'components/ui/limit.tsx', "import '@/lib/parts/limit'"],
  ['plotly-behind-the-figure', 'components/editor/plot.tsx', "import 'plotly.js'"],
  ['rooms-know-no-other-room', 'lib/kinds/flow/other.ts', "import '@/lib/kinds/funnel'"],
  ['rooms-know-no-other-room', 'lib/kinds/flow/registry.ts', "import type { kinds } from '@/lib/kinds'\nexport type Kinds = typeof kinds"],
  ['rooms-are-pure', 'lib/kinds/flow/run.ts', "import '@/lib/run'"],
  ['rooms-are-pure', 'lib/kinds/flow/sql.ts', "import '@/sql/dialects/duckdb/verbs'"],
  ['rooms-need-no-packages', 'lib/kinds/flow/kysely.ts', "import 'kysely'"],
  ['rooms-need-no-packages', 'lib/kinds/flow/node.ts', "import 'node:fs'"],
  ['rooms-need-no-packages', 'lib/kinds/flow/zones.ts', "import 'temporal-polyfill'"],
  ['editors-show-only', 'lib/kinds/flow/editor.tsx', "import '@/lib/run'"],
  ['react-in-editors-only', 'lib/chart/react.tsx', "import 'react'"],
  ['react-in-editors-only', 'lib/chart/component.tsx', "import '@/components/editor/steps'"],
  ['oracles-count-by-hand', 'lib/kinds/flow/oracle.ts', "import '@/lib/run'"],
  ['oracles-count-by-hand', 'lib/kinds/funnel/oracle-steps.ts', "import './compile'"],
  ['oracles-count-by-hand', 'lib/oracle/limit.ts', "import '@/lib/parts/limit'"],
  ['problems-know-nobody', 'lib/problems/limit.ts', "import '@/lib/config'"],
  ['parts-know-no-kind', 'lib/parts/kind.ts', "import '@/lib/kinds/funnel/document'"],
  ['engines-know-no-analytics', 'lib/engines/duckdb/kind.ts', "import '@/lib/kinds/funnel/document'"],
  ['engines-know-no-other-engine', 'lib/engines/databricks/other.ts', "import '@/lib/engines/duckdb/open'"],
  ['drivers-in-their-engine', 'lib/run/driver.ts', "import '@duckdb/node-api'"],
  ['command-line-is-a-door', 'lib/run/cli.ts', "import '@/lib/cli'"],
  ['sql-knows-kysely-only', 'sql/limit.ts', "import '@/lib/parts/limit'"],
  ['sql-knows-kysely-only', 'sql/zod.ts', "import 'zod'"],
  ['dialects-know-no-other-dialect', 'sql/dialects/databricks/other.ts', "import '@/sql/dialects/duckdb/verbs'"],
  ['benchmarks-serve-nobody', 'lib/run/bench.ts', "import '@/bench/run'"],
  ['browser-tests-stay-outside', 'e2e/journey.spec.ts', "import '@/lib/run'"],
]

const folders: string[] = []

/** Builds a house of its own inside this one, so that packages are found, and checks it. */
function check(files: Readonly<Record<string, string>>) {
  mkdirSync(join(root, '.data'), { recursive: true })
  const folder = mkdtempSync(join(root, '.data', 'house-'))
  folders.push(folder)
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\n`)
  }
  const run = spawnSync(process.execPath, [join(root, 'scripts/check-architecture.mjs'), folder], { encoding: 'utf8' })
  return { status: run.status, output: run.stdout + run.stderr }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('the architecture check', () => {
  it('passes a house that keeps the rules, having read every module', () => {
    const { status, output } = check(house)
    expect(output).toContain(`${Object.keys(house).length} modules and`)
    expect(output).toContain(' 0 trespasses')
    expect(status).toBe(0)
  })

  it('fails where there is nothing to read', () => {
    const { status, output } = check({ 'lib/empty.txt': '' })
    expect(output).toContain('nothing-read')
    expect(status).toBe(1)
  })

  describe('sees each trespass', () => {
    let found: ReturnType<typeof check>

    beforeAll(() => {
      found = check({ ...house, ...Object.fromEntries(trespasses.map(([, file, line]) => [file, line])) })
    })

    it.each(trespasses)('%s in %s', (rule, file) => {
      expect(found.output).toContain(`${rule}: ${file} → `)
      expect(found.status).toBe(1)
    })
  })
})
