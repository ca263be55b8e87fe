import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkKind } from '@/lib/oracle'
import { embeddedRun } from '@/lib/oracle/embedded'
import { orderedFunnels } from '@/lib/oracle/random-document'
import { compiler } from './compiler'

let embedded: Awaited<ReturnType<typeof embeddedRun>>
beforeAll(async () => {
  embedded = await embeddedRun(() => compiler)
})
afterAll(() => embedded.close())

test('agrees with counting by hand, for any events and any document', async () => {
  const { cases, differences } = await checkKind(
    'funnel',
    { seed: 2, sets: 60, documentsPerSet: 40, scope: { ...orderedFunnels, exclusions: true, hold: true } },
    embedded.run,
  )
  expect(differences).toEqual([])
  expect(cases).toBeGreaterThanOrEqual(2000)
})
