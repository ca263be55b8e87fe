import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'steps-'))
const report = join(folder, 'report.json')

afterAll(() => rmSync(folder, { recursive: true }))

interface Faked {
  readonly name: string
  readonly exits: number
  readonly like?: 'unitTests' | 'browserTests'
  readonly writes?: object
}

/** Runs steps whose commands are faked: they exit as told, having written the report that a test runner would write. */
function run(fakes: readonly Faked[]) {
  const script = `
    import { writeFileSync } from 'node:fs'
    import * as steps from ${JSON.stringify(join(import.meta.dirname, 'steps.mjs'))}
    const command = ({ exits, writes }) => [process.execPath, '-e',
      (writes ? 'require("fs").writeFileSync(' + JSON.stringify(${JSON.stringify(report)}) + ', ' + JSON.stringify(JSON.stringify(writes)) + ');' : '') +
      'console.log("said by the step"); process.exitCode = ' + exits]
    const fakes = ${JSON.stringify(fakes)}
    const real = fakes.map(fake => ({ name: fake.name, count: steps[fake.like]?.count, report: fake.like && ${JSON.stringify(report)}, command: command(fake) }))
    process.exitCode = (await steps.runSteps(real)) ? 0 : 1
  `
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return { status, stdout, lastLine: stdout.trimEnd().split('\n').at(-1) }
}

const unitReport = (passed: number, failed: number, unloadable = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: Array.from({ length: unloadable }, () => ({ status: 'failed', assertionResults: [] })),
})
const browserReport = (expected: number, unexpected: number) => ({ stats: { expected, unexpected, flaky: 0, skipped: 0 } })

describe('running the steps', () => {
  it('counts each look as one, and each test as one', () => {
    const { status, lastLine } = run([
      { name: 'look', exits: 0 },
      { name: 'unit', exits: 0, like: 'unitTests', writes: unitReport(7, 0) },
      { name: 'browser', exits: 0, like: 'browserTests', writes: browserReport(3, 0) },
    ])
    expect({ status, lastLine }).toEqual({ status: 0, lastLine: '11 passed, 0 failed' })
  })

  it('goes on after a failure, and shows what the failed step said', () => {
    const { status, stdout, lastLine } = run([
      { name: 'first look', exits: 1 },
      { name: 'second look', exits: 0 },
    ])
    expect(stdout).toContain('FAILED first look')
    expect(stdout).toContain('  | said by the step')
    expect(stdout).toContain('ok     second look')
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '1 passed, 1 failed' })
  })

  it.each([
    ['a failed test', unitReport(7, 2), 1, '7 passed, 2 failed'],
    ['a file that could not be loaded', unitReport(7, 0, 1), 1, '7 passed, 1 failed'],
    ['trouble outside the tests', unitReport(7, 0), 1, '7 passed, 1 failed'],
    ['a run that found no test', unitReport(0, 0), 0, '0 passed, 1 failed'],
    ['a runner that left no report', undefined, 1, '0 passed, 1 failed'],
  ])('fails for %s', (_, writes, exits, line) => {
    const { status, lastLine } = run([{ name: 'unit', exits, like: 'unitTests', ...(writes && { writes }) }])
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: line })
  })

  it('fails for a command that is not there', () => {
    const script = `import { runSteps } from ${JSON.stringify(join(import.meta.dirname, 'steps.mjs'))}
      process.exitCode = (await runSteps([{ name: 'look', command: ['no-such-command-here'] }])) ? 0 : 1`
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(stdout.trimEnd().endsWith('0 passed, 1 failed')).toBe(true)
    expect(status).toBe(1)
  })
})
