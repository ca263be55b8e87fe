import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '@/lib/config'
import { openStore, reachStore, select } from '@/lib/store'
import { makeSample } from './make'
import { writeSample } from './write'

const folder = mkdtempSync(join(tmpdir(), 'sample-'))
const size = { companies: 60, people: 600, days: 400 }
const now = new Date('2026-11-21T09:30:00Z')

afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, seed: number): string {
  const target = join(folder, name)
  mkdirSync(target)
  return Object.values(writeSample(target, seed, now, size, () => undefined))
    .map(path => readFileSync(path, 'utf8'))
    .join('')
}

describe('the sample', () => {
  test('is the same for a seed and another for another', () => {
    const first = written('first', 1)
    expect(written('again', 1) === first).toBe(true)
    expect(written('other', 2) === first).toBe(false)
  })

  test('is a dataset with people, companies and memberships, whose story makes sense', async () => {
    const config = { ...readConfig({ SOUNDING_HOME: join(folder, 'home') }), memoryMb: 1000 }
    const make = async (seed: number) =>
      makeSample(config, await reachStore(config, {}), { dataset: 'sample', seed, now, size, onProgress: () => undefined })
    await make(1)
    const { added } = await make(2)
    const database = await openStore(config)
    const connection = await database.connect()
    const one = async (sql: string) => Object.values((await select(connection, sql))[0] ?? {})
    expect(await one('select count(*)::integer from main.sample')).toEqual([added])
    expect(await one('select name, is_sample, timezone from sounding.datasets')).toEqual(['sample', true, 'UTC'])
    expect(await one('select count(*)::integer, count(distinct user_id)::integer from users.sample')).toEqual([600, 600])
    expect(
      await one('select count(distinct company_id)::integer from memberships.sample join companies.sample using (company_id)'),
    ).toEqual([60])
    expect(await one('select count(distinct event_type) >= 40 from main.sample')).toEqual([true])
    expect(await one("select min(event_time) >= '2025-10-18' and max(event_time) <= '2026-11-21 09:30' from main.sample")).toEqual([true])
    expect(
      await one('select count(*)::integer from main.sample anti join users.sample using (user_key) where user_key is not null'),
    ).toEqual([0])
    const firstOf = (type: string) =>
      `(select user_id, min(event_time) as at from main.sample where event_type = '${type}' group by user_id)`
    expect(
      await one(
        `select count(*)::integer from ${firstOf('trial_started')} t join ${firstOf('signup')} s using (user_id) where t.at < s.at`,
      ),
    ).toEqual([0])
    expect(
      await one(
        `select count(*)::integer from ${firstOf('subscription_paid')} p join ${firstOf('trial_started')} t using (user_id) where p.at < t.at`,
      ),
    ).toEqual([0])
    connection.closeSync()
    database.close()
  })
})
