// Lets Node find the modules of this package as its sources name them (`@/lib/store`, `./open`), also when it is installed below
// node_modules, where the loader of TypeScript does not look at tsconfig.json.
import { statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const endings = ['', '.ts', '.tsx', '/index.ts']

registerHooks({
  resolve: (specifier, context, next) => {
    const url = urlOf(specifier, context.parentURL)
    const found = url && endings.map(ending => `${url}${ending}`).find(isFile)
    return next(found ?? specifier, context)
  },
})

function urlOf(specifier, parent) {
  if (specifier.startsWith('@/')) return new URL(specifier.slice(2), root).href
  const isOurs = parent?.startsWith(root.href) && !parent.slice(root.href.length).startsWith('node_modules/')
  return isOurs && /^\.\.?\//.test(specifier) ? new URL(specifier, parent).href : undefined
}

function isFile(url) {
  return statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() === true
}
