import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildIfNeeded } from './build'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'build-')))
afterAll(() => rmSync(folder, { recursive: true }))

test('an installed package is not built: it serves the pages that were packed, with what they need linked', async () => {
  const modules = join(folder, 'node_modules')
  const root = join(modules, 'sounding')
  mkdirSync(join(root, '.next'), { recursive: true })
  await expect(buildIfNeeded(root, 'no-builder')).rejects.toThrow('packed without its pages')
  const driver = join(modules, '@maker', 'driver')
  mkdirSync(driver, { recursive: true })
  writeFileSync(join(driver, 'package.json'), '{"name": "@maker/driver"}')
  writeFileSync(join(root, '.next', 'externals.json'), '{"@maker/driver-1a2b": "@maker/driver"}')
  for (const _ of ['at first', 'and again']) {
    await expect(buildIfNeeded(root, 'no-builder')).resolves.toBeUndefined()
    expect(realpathSync(join(root, '.next', 'node_modules', '@maker', 'driver-1a2b'))).toBe(driver)
  }
})
