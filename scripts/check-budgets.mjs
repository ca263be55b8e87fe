// check-budgets.mjs: how much JavaScript the built product makes a browser load, against what we allow ourselves. Run it after a build.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './node-runtime.mjs'

const built = join(root, '.next')
const chunks = 'static/chunks'

if (!existsSync(join(built, 'BUILD_ID'))) {
  console.log('There is no finished build in .next. Run: npm run build')
  process.exit(1)
}

// In thousands of bytes, gzipped. Raising one is a change to argue for.
const explore = { name: 'first load of /explore', most: 300, files: firstLoadOf('(workspace)/explore') }
const plotly = { name: 'Plotly, loaded when a chart is drawn', most: 430, files: scripts().filter(isPlotly) }

const findings = [explore, plotly].map(judge)
if (explore.files.some(isPlotly))
  findings.push('Plotly is part of the first load of /explore: import it lazily, in components/figure only.')
const complaints = findings.filter(Boolean)
for (const complaint of complaints) console.log(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1

function judge({ name, most, files }) {
  if (files.length === 0) return `${name}: found no script in .next. Build first; if the build's layout has changed, so must this check.`
  const kilobytes = files.map(size).reduce((sum, bytes) => sum + bytes, 0) / 1000
  console.log(`${name}: ${kilobytes.toFixed(1)} kB of ${most} kB, in ${files.length} files`)
  return kilobytes <= most ? undefined : `${name} is over its budget. Load what is not needed at once lazily.`
}

/** The scripts that every page starts with, and those of the page and its layouts. */
function firstLoadOf(route) {
  const manifest = join(built, 'server/app', route, 'page_client-reference-manifest.js')
  if (!existsSync(manifest)) return []
  const text = readFileSync(manifest, 'utf8')
  const { entryJSFiles } = JSON.parse(text.slice(text.indexOf('] = {') + 4).replace(/;?\s*$/, ''))
  const { rootMainFiles } = JSON.parse(readFileSync(join(built, 'build-manifest.json'), 'utf8'))
  return [...new Set([...rootMainFiles, ...Object.values(entryJSFiles).flat()])]
}

function scripts() {
  const folder = join(built, chunks)
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }) : []
  return names.filter(name => name.endsWith('.js')).map(name => `${chunks}/${name}`)
}

function isPlotly(file) {
  // A property that all of Plotly's parts use, and nothing of ours.
  return readFileSync(join(built, file), 'utf8').includes('_fullLayout')
}

function size(file) {
  return gzipSync(readFileSync(join(built, file)), { level: 9 }).length
}
