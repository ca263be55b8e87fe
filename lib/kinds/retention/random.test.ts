import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkKind } from '@/lib/oracle'
import { embeddedRun } from '@/lib/oracle/embedded'
import { compiler } from './compiler'

let embedded: Awaited<ReturnType<typeof embeddedRun>>
beforeAll(async () => {
  embedded = await embeddedRun(() => compiler)
})
afterAll(() => embedded.close())

test('agrees with counting by hand, for any events and any document', async () => {
  const { cases, differences } = await checkKind('retention', { seed: 11, sets: 60, documentsPerSet: 40 }, embedded.run)
  expect(differences).toEqual([])
  expect(cases).toBeGreaterThanOrEqual(2000)
})
