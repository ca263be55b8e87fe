import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { childEnvironment } from '@/lib/config'
import { Failure } from './exit'
import { isInstalled, preparePackedPages } from './packed-pages'

const sources = ['{app,components,lib,sql,public}/**/*', '*.{ts,mjs,json}']
const notBuilt = /\.test\.tsx?$|tsbuildinfo$|next-env\.d\.ts$/

/** Builds the pages when they have not been built, or when anything they are built from is newer. */
export async function buildIfNeeded(root: string, next: string): Promise<void> {
  if (isInstalled(root)) return preparePackedPages(root)
  const stamp = join(root, '.next', 'BUILD_ID')
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  if (builtAt > newestSource(root)) return
  console.log('Building the pages. This happens once, and takes a minute or two …')
  await build(root, next)
}

function newestSource(root: string): number {
  const files = globSync([...sources], { cwd: root }).filter(file => !notBuilt.test(file))
  return Math.max(0, ...files.map(file => statSync(join(root, file)).mtimeMs))
}

function build(root: string, next: string): Promise<void> {
  const child = spawn(process.execPath, [next, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: childEnvironment() })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      said += String(chunk)
    })
  }
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', code => {
      if (code === 0) return done()
      console.error(said)
      failed(new Failure('The pages could not be built; the lines above say why. Mend that, and start again.'))
    })
  })
}
