import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildIfNeeded } from './build'

const folder = mkdtempSync(join(tmpdir(), 'build-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('an installed package is not built: it serves what it was packed with, or says where to build', async () => {
  const root = join(folder, 'node_modules', 'sounding')
  mkdirSync(join(root, '.next'), { recursive: true })
  await expect(buildIfNeeded(root, 'no-builder')).rejects.toThrow('Run “npm start” in a clone.')
  writeFileSync(join(root, '.next', 'BUILD_ID'), 'packed')
  await expect(buildIfNeeded(root, 'no-builder')).resolves.toBeUndefined()
})
