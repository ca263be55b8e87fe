// check-house.mjs [FOLDER]: rules of the house that are about files and words, not about imports.
import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { glob } from 'tinyglobby'

const folder = resolve(process.argv[2] ?? '.')
const source = '**/*.{ts,tsx,mjs,cjs,css,md}'
const outside = ['**/node_modules/**', '.node/**', '.next/**', '.data/**', '.sounding/**']
const files = await glob([source], { cwd: folder, ignore: outside, dot: true })
const sourceOf = file => readFileSync(join(folder, file), 'utf8')

const roomFiles = ['README.md', 'document.ts', 'compiler.ts', 'answer.ts', 'chart.ts', 'editor.tsx', 'examples.ts', 'oracle.ts', 'index.ts']

const trespasses = [...bannedNames(), ...incompleteRooms(), ...unregistered(), ...worldInPureCode()]
for (const trespass of trespasses) console.log(trespass)
console.log(`${files.length} files read: ${trespasses.length} trespasses`)
process.exitCode = trespasses.length === 0 && files.length > 0 ? 0 : 1

function bannedNames() {
  const banned = /^(utils?|common|helpers?|misc|shared)$/
  return files
    .filter(file => file.split('/').some(part => banned.test(part.split('.')[0])))
    .map(file => `banned-name: ${file}\n  Name it after the idea it holds; what two rooms share goes to lib/parts under that name.`)
}

function incompleteRooms() {
  return foldersOf('lib/kinds').flatMap(room =>
    roomFiles
      .filter(name => !files.includes(`lib/kinds/${room}/${name}`))
      .map(
        name =>
          `incomplete-room: lib/kinds/${room}/${name} is missing\n  Every kind has the same rooms' files: see “A new kind” in CONTRIBUTING.md.`,
      ),
  )
}

/** A folder that its registry does not import would look finished and never run. */
function unregistered() {
  return ['lib/kinds', 'sql/dialects'].flatMap(registry => {
    const face = files.includes(`${registry}/index.ts`) ? sourceOf(`${registry}/index.ts`) : ''
    const registered = [...face.matchAll(/from '\.\/([a-z0-9-]+)'/g)].map(([, name]) => name)
    return foldersOf(registry)
      .filter(name => !registered.includes(name))
      .map(name => `unregistered: ${registry}/${name}\n  Import it in ${registry}/index.ts, and add its line to the registry there.`)
  })
}

function worldInPureCode() {
  const pure = /^(lib\/(document|parts|kinds|chart|problems|oracle)|sql)\//
  const world = /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|Temporal\.Now/
  return files
    .filter(file => pure.test(file) && !/\.test\.tsx?$|\.tsx$/.test(file) && world.test(sourceOf(file)))
    .map(
      file =>
        `world-in-pure-code: ${file} reads the clock or draws at random\n  Take the moment, or the source of randomness, as an argument.`,
    )
}

function foldersOf(parent) {
  const depth = parent.split('/').length
  const inside = files.filter(file => file.startsWith(`${parent}/`) && dirname(file) !== parent)
  return [
    ...new Set(
      inside.map(file =>
        basename(
          file
            .split('/')
            .slice(0, depth + 1)
            .join('/'),
        ),
      ),
    ),
  ]
}
