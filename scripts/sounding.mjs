#!/usr/bin/env node
// Starts the command line with a suitable Node. Runs on whatever Node a machine has, so it keeps to syntax that Node 12 parses.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { oldestNode, root, suitableNode } from './node-runtime.mjs'

const node = suitableNode()
if (node === null) {
  console.error(
    `Sounding needs Node ${oldestNode} or later, and this is ${process.versions.node}. Run: node ${join(root, 'scripts', 'ensure-node.mjs')}`,
  )
  process.exit(1)
}
const loader = findLoader()
if (loader === null) {
  console.error(`Sounding is not installed completely. Run: npm install (in ${root})`)
  process.exit(1)
}

const preloaded = [pathToFileURL(loader).href, new URL('./aliases.mjs', import.meta.url).href].flatMap(url => ['--import', url])
const child = spawn(node, [...preloaded, join(root, 'lib', 'cli', 'main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: Object.assign({}, process.env, {
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
    // Every running query takes one of these threads; the default is 4.
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE || '16',
    NEXT_TELEMETRY_DISABLED: '1',
  }),
})
// Ctrl+C reaches both processes; this one waits for the other to end cleanly.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', error => {
  console.error(error.message)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})

function findLoader() {
  try {
    const file = createRequire(import.meta.url).resolve('tsx')
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}
