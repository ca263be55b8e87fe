// check-lock.mjs [FILE]: every optional package of package-lock.json has an entry with its checksum.
// npm leaves a platform's binary out of the lock without a word where the registry did not offer it, and npm ci then fails on that platform.
import { readFileSync } from 'node:fs'

const file = process.argv[2] ?? 'package-lock.json'
const { packages } = JSON.parse(readFileSync(file, 'utf8'))
const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter(name => packages[locate(path, name)]?.integrity === undefined)
    .map(name => `${name}, which ${path} (${entry.version}) has for some platform`),
)
for (const name of missing) console.log(`missing from ${file}: ${name}`)
if (missing.length > 0) {
  console.log(
    'Pin the newest version of the package for which the registry has them all, then: rm -rf node_modules package-lock.json && npm install',
  )
}
console.log(`${Object.keys(packages).length} packages locked, ${missing.length} missing`)
process.exitCode = missing.length === 0 ? 0 : 1

/** Where Node would find a package from `path`: in its own node_modules, or in those of the folders around it. */
function locate(path, name) {
  const place = `${path === '' ? '' : `${path}/`}node_modules/${name}`
  if (place in packages || path === '') return place
  return locate(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)
}
