import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const folders: string[] = []

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'text-'))
  folders.push(folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

function run(script: string, argument: string) {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, script), argument], { encoding: 'utf8' })
  return { status, stdout }
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('the check of links', () => {
  it('follows links to files and to headings', () => {
    const folder = folderWith({
      'a.md': '# A page\n[b](b.md#what-it-is) [self](#a-page) [out](https://example.org)',
      'b.md': '## What it is?',
    })
    expect(run('check-links.mjs', folder)).toEqual({ status: 0, stdout: '2 pages read: 0 dead links\n' })
  })

  it('reports a missing file, picture or heading', () => {
    const folder = folderWith({ 'a.md': '[b](b.md) ![c](c.png) [d](#d)' })
    expect(run('check-links.mjs', folder)).toEqual({
      status: 1,
      stdout: 'dead link in a.md: b.md\ndead link in a.md: c.png\ndead link in a.md: #d\n1 pages read: 3 dead links\n',
    })
  })

  it('leaves code alone', () => {
    expect(run('check-links.mjs', folderWith({ 'a.md': '```\n[b](b.md)\n```\n`[c](c.md)`' })).status).toBe(0)
  })
})

describe('the check of the lock file', () => {
  const lock = (packages: object) => join(folderWith({ 'lock.json': JSON.stringify({ packages }) }), 'lock.json')
  const tool = { version: '1.0.0', optionalDependencies: { 'tool-darwin': '1.0.0' } }

  it('is content when every platform has its package', () => {
    const file = lock({ '': {}, 'node_modules/tool': tool, 'node_modules/tool-darwin': { integrity: 'sha512-' } })
    expect(run('check-lock.mjs', file).status).toBe(0)
  })

  it('names the package that a platform would miss', () => {
    const { status, stdout } = run('check-lock.mjs', lock({ '': {}, 'node_modules/tool': tool }))
    expect(stdout).toContain('tool-darwin, which node_modules/tool (1.0.0) has for some platform')
    expect(status).toBe(1)
  })

  it('looks into the folders around a nested package', () => {
    const file = lock({ '': {}, 'node_modules/a/node_modules/tool': tool, 'node_modules/tool-darwin': { integrity: 'sha512-' } })
    expect(run('check-lock.mjs', file).status).toBe(0)
  })
})
