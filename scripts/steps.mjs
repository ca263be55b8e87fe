// The steps of `npm run check` and `npm test`, and how one is run and counted.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from './node-runtime.mjs'

const reports = join(root, '.data', 'reports')
const node = process.execPath

/** Quick looks at the text: each counts as one. */
export const looks = [
  { name: 'format and lint', command: ['biome', 'check', '.', '--max-diagnostics=200'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'architecture', command: [node, 'scripts/check-architecture.mjs'] },
  { name: 'house', command: [node, 'scripts/check-house.mjs'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'lock file', command: [node, 'scripts/check-lock.mjs'] },
  { name: 'links', command: [node, 'scripts/check-links.mjs'] },
]

export const unitTests = {
  name: 'unit, oracle, golden and API tests',
  command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'unit.json')}`],
  report: join(reports, 'unit.json'),
  count: countUnitTests,
}

export const build = { name: 'build', command: ['next', 'build'] }

export const budgets = { name: 'size budgets', command: [node, 'scripts/check-budgets.mjs'] }

export const browserTests = {
  name: 'browser tests',
  command: ['playwright', 'test'],
  report: join(reports, 'browser.json'),
  count: countBrowserTests,
  environment: async () => {
    const { ensureChromium } = await import('./chromium.mjs')
    return { CHROMIUM_PATH: ensureChromium(), E2E_PORT: String(await freePort()) }
  },
}

/** Runs one step after the other, whatever they give; prints the closing line, and returns whether all passed. */
export async function runSteps(steps) {
  mkdirSync(reports, { recursive: true })
  const results = []
  for (const step of steps) results.push(await runStep(step))
  const failures = results.filter(result => result.failed > 0)
  if (failures.length > 0) console.log(`\nFailed: ${failures.map(result => result.name).join(', ')}`)
  const sum = key => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return failures.length === 0
}

async function runStep(step) {
  const started = performance.now()
  const { status, output } = await execute(step)
  const { passed, failed } = tally(step, status)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const tests = step.count === undefined ? '' : `, ${passed} of ${passed + failed} tests`
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s${tests})`)
  if (failed > 0) console.log(output.replace(/^/gm, '  | '))
  return { name: step.name, passed, failed }
}

async function execute(step) {
  if (step.report !== undefined) rmSync(step.report, { force: true })
  try {
    const environment = (await step.environment?.()) ?? {}
    return await spawnStep(step.command, environment)
  } catch (error) {
    return { status: 1, output: error.message }
  }
}

function spawnStep([command, ...args], environment) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...environment }
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    const chunks = []
    child.stdout.on('data', chunk => chunks.push(chunk))
    child.stderr.on('data', chunk => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', status => resolve({ status, output: Buffer.concat(chunks).toString('utf8').trimEnd() }))
  })
}

function tally(step, status) {
  const whole = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  if (step.count === undefined) return whole
  const counted = step.count(readReport(step.report))
  // A runner that fails with no failed test has met trouble outside the tests, and so has one that found none.
  const troubled = counted.failed === 0 && (status !== 0 || counted.passed === 0)
  return troubled ? { ...counted, failed: 1 } : counted
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function countUnitTests(report) {
  if (report === undefined) return { passed: 0, failed: 0 }
  const unloadable = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length }
}

function countBrowserTests(report) {
  if (report === undefined) return { passed: 0, failed: 0 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
