import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { select } from './connection'
import { withConnection } from './datasets'
import { closeStore, storeDatabase } from './served'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-'))
  vi.stubEnv('SOUNDING_HOME', folder)
})

afterEach(async () => {
  await closeStore()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('the store is opened anew after a failure that leaves it of no use, and after no other', async () => {
  const before = await storeDatabase()
  const failing = (message: string) => withConnection(() => Promise.reject(new Error(message)))
  await expect(failing('Binder Error: nothing')).rejects.toThrow()
  expect(await storeDatabase()).toBe(before)
  await expect(failing('FATAL Error: Failed to create checkpoint because of error: No space left on device')).rejects.toThrow()
  expect(await storeDatabase()).not.toBe(before)
  expect(await withConnection(connection => select(connection, 'select version from sounding.layout'))).toEqual([{ version: 1 }])
})
