import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './database'
import { explainShortage } from './shortage'

const sorted = 'select count(*) from (select range as n, hash(range) as h from range(5000000) order by h limit 4000000)'

/** What is said of a statement that takes more than there is. */
async function failureOf(...statements: readonly string[]): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'shortage-'))
  const database = await openDatabase({ path: ':memory:', memoryMb: 20, temporaryFolder: join(folder, 'tmp') })
  const connection = await database.connect()
  try {
    for (const statement of statements) await connection.run(statement)
    return undefined
  } catch (error) {
    return error
  } finally {
    connection.closeSync()
    database.close()
    rmSync(folder, { recursive: true })
  }
}

test('says in one line what to do when memory or disk run out, and nothing of other failures', async () => {
  expect(explainShortage(await failureOf("set max_temp_directory_size = '1MB'", sorted))).toMatch(/^The disk is full\. Make room.*$/)
  expect(explainShortage(await failureOf("set temp_directory = ''", sorted))).toMatch(/^There is too little memory.*SOUNDING_MEMORY.*$/)
  expect(explainShortage(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatch(/^The disk is full/)
  expect(explainShortage(await failureOf('select nothing'))).toBeUndefined()
})
