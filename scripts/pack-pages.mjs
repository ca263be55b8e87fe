// Before npm packs: builds the pages, since Next builds nothing below node_modules, where the package will lie. npm packs no links, so those
// by which the pages find packages that are not bundled are listed; serving makes them again (lib/cli/packed-pages.ts).
import { execFileSync } from 'node:child_process'
import { globSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
execFileSync(process.execPath, [join(root, 'scripts/run.mjs'), 'next', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
const modules = join(root, '.next/node_modules')
const links = globSync(['*', '@*/*'], { cwd: modules }).filter(name => lstatSync(join(modules, name)).isSymbolicLink())
const externals = Object.fromEntries(
  links.map(link => [link.replaceAll('\\', '/'), JSON.parse(readFileSync(join(modules, link, 'package.json'), 'utf8')).name]),
)
writeFileSync(join(root, '.next/externals.json'), JSON.stringify(externals, null, 2))
console.error(`${relative('.', root) || '.'}: the pages are built, with ${links.length} package(s) to link`)
