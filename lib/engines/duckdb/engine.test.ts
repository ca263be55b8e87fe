import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '@/lib/engines/engine'
import { type Database, openDatabase } from './database'
import { duckdbEngine } from './engine'
import { Gate } from './gate'

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
const endless = { sql: 'select sum(sin(a.range * b.range)) as x from range(1000000) a, range(1000000) b', parameters: [] }
// On a machine that is busy with other tests too.
const timeoutMs = 100_000
let database: Database
let engine: Engine

beforeAll(async () => {
  database = await openDatabase({
    path: join(folder, 'a.duckdb'),
    memoryMb: 500,
    temporaryFolder: join(folder, 'tmp'),
    readableFolders: [join(folder, 'in')],
  })
  engine = duckdbEngine(async () => database, new Gate(2, 1))
})

afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

describe('the embedded engine', () => {
  test('hands integers of any width, decimals, texts, truths and nulls over as cells', async () => {
    const { rows } = await engine.run(
      {
        sql: "select 1::bigint as a, 2::hugeint as b, 1.5::decimal(9,2) as c, 0.25 as d, 'x' as e, true as f, null as g, date '2026-10-25' as h",
        parameters: [],
      },
      { timeoutMs },
    )
    expect(rows).toEqual([{ a: 1, b: 2, c: 1.5, d: 0.25, e: 'x', f: true, g: null, h: '2026-10-25' }])
  })

  test('binds values by position, with their types', async () => {
    const { rows } = await engine.run(
      {
        sql: 'select $1 as a, $2 as b, typeof($2) as c, $3 as d, typeof($3) as e, $4 as f, $1 as g',
        parameters: [`'";--\n🦆`, 3, 7n, false],
      },
      { timeoutMs },
    )
    expect(rows).toEqual([{ a: `'";--\n🦆`, b: 3, c: 'DOUBLE', d: 7, e: 'BIGINT', f: false, g: `'";--\n🦆` }])
  })

  test('ends a statement that is cancelled', async () => {
    const controller = new AbortController()
    const running = engine.run(endless, { signal: controller.signal, timeoutMs })
    setTimeout(() => controller.abort(), 50)
    await expect(running).rejects.toMatchObject({ problem: { code: 'cancelled' } })
  })

  test('ends a statement that takes too long', async () => {
    await expect(engine.run(endless, { timeoutMs: 100 })).rejects.toMatchObject({ problem: { code: 'timeout' } })
  })

  test('lets a few wait and sends the others away', async () => {
    const controller = new AbortController()
    const held = [1, 2, 3].map(() => engine.run(endless, { signal: controller.signal, timeoutMs }).catch(error => error.problem.code))
    await expect(engine.run(endless, { timeoutMs })).rejects.toMatchObject({ problem: { code: 'busy' } })
    controller.abort()
    expect(await Promise.all(held)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect((await engine.run({ sql: 'select 1 as a', parameters: [] }, { timeoutMs })).rows).toEqual([{ a: 1 }])
  })

  test('says what the engine said of a statement that fails', async () => {
    await expect(engine.run({ sql: 'select nothing', parameters: [] }, { timeoutMs })).rejects.toMatchObject({
      problem: { code: 'engine_error', message: expect.stringContaining('nothing') },
    })
  })

  // Of one scan in six, or more when the machine is busy, DuckDB tells nothing: it gives up where its first look finds no scan begun. Then another is run.
  test('tells how far it is', { retry: 14 }, async () => {
    await engine.run({ sql: 'create table if not exists scanned as select range as x from range(3000000)', parameters: [] }, { timeoutMs })
    const enough = new AbortController()
    const fractions: number[] = []
    const running = engine.run(
      { sql: 'select sum(sin(scanned.x * many.range)) as x from scanned, range(100000) as many', parameters: [] },
      {
        signal: enough.signal,
        timeoutMs: 4_000,
        onProgress: fraction => {
          fractions.push(fraction)
          if (fractions.length === 3) enough.abort()
        },
      },
    )
    await expect(running).rejects.toMatchObject({ problem: { code: 'cancelled' } })
    expect(fractions.every(fraction => fraction >= 0 && fraction <= 1)).toBe(true)
  })

  test.each([
    (outside: string) => `select * from read_text('${outside}')`,
    (outside: string) => `copy (select 1) to '${outside}.csv'`,
    (outside: string) => `attach '${outside}.duckdb' as other`,
    () => 'set threads = 1',
    () => 'set enable_external_access = true',
    () => 'install httpfs',
  ])('is locked before the first statement (%#)', async write => {
    const outside = join(folder, 'secret.txt')
    writeFileSync(outside, 'secret')
    await expect(engine.run({ sql: write(outside), parameters: [] }, { timeoutMs })).rejects.toMatchObject({
      problem: { code: 'engine_error' },
    })
  })
})
