import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Failure } from './exit'

/** Next builds nothing below node_modules, where an installed package lies: its pages were built before it was packed. */
export const isInstalled = (root: string): boolean => basename(dirname(root)) === 'node_modules'

/**
 * Makes the pages that came with an installed package ready to be served: links the packages that are not bundled with them, as the build
 * did, under the names it gave them. Throws a Failure where no pages were packed.
 */
export function preparePackedPages(root: string): void {
  const list = join(root, '.next', 'externals.json')
  if (!existsSync(list)) {
    throw new Failure('This package was packed without its pages. Pack it with “npm pack” in a clone, or run “npm start” there.')
  }
  const require = createRequire(join(root, 'package.json'))
  for (const [link, name] of Object.entries<string>(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(root, '.next', 'node_modules', link)
    if (existsSync(path)) continue
    mkdirSync(dirname(path), { recursive: true })
    // A junction is what Windows lets everybody make; elsewhere the word means nothing.
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), path, 'junction')
  }
}
