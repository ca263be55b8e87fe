// check-architecture.mjs [FOLDER]: holds the imports of the house in FOLDER (default: here) against .dependency-cruiser.mjs.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { glob } from 'tinyglobby'

// dependency-cruiser reads TypeScript with TypeScript's own parser, which version 7 no longer offers: it would read nothing
// and report success. So it gets version 6, which package.json holds under a name of its own.
registerHooks({
  resolve: (specifier, context, next) =>
    /^typescript(\/|$)/.test(specifier)
      ? next(specifier.replace('typescript', 'typescript-6'), { ...context, parentURL: import.meta.url })
      : next(specifier, context),
})
const { cruise } = await import('dependency-cruiser')
const { default: extractTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config')
const { default: house } = await import('../.dependency-cruiser.mjs')

const folder = resolve(process.argv[2] ?? '.')
const folders = ['app', 'components', 'lib', 'sql', 'e2e', 'bench'].filter(name => existsSync(resolve(folder, name)))
const written = await glob(
  folders.map(name => `${name}/**/*.{ts,tsx}`),
  { cwd: folder },
)
if (written.length === 0) {
  console.log(`nothing-read: there is no module to check in ${folder}`)
  process.exit(1)
}

const tsConfigFile = resolve(folder, 'tsconfig.json')
process.chdir(folder)

const { output } = await cruise(
  folders,
  { ...house.options, ruleSet: { forbidden: house.forbidden }, validate: true, baseDir: folder, tsConfig: { fileName: tsConfigFile } },
  house.options.enhancedResolveOptions,
  { tsConfig: extractTsConfig(tsConfigFile) },
)

const read = new Set(output.modules.map(module => module.source))
const unread = written.filter(file => !read.has(file))
const comments = new Map(house.forbidden.map(rule => [rule.name, rule.comment]))

for (const { from, to, rule, cycle } of output.summary.violations) {
  const way = cycle === undefined ? to : cycle.map(step => step.name).join(' → ')
  console.log(`${rule.name}: ${from} → ${way}\n  ${comments.get(rule.name)}`)
}
for (const file of unread) console.log(`not-read: ${file}\n  The check did not see this file, so its answer would be worth nothing.`)

const failures = output.summary.violations.length + unread.length
console.log(`${written.length} modules and ${output.summary.totalDependenciesCruised} imports read: ${failures} trespasses`)
process.exitCode = failures === 0 ? 0 : 1
