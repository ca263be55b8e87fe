import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkKind } from '@/lib/oracle'
import { embeddedRun } from '@/lib/oracle/embedded'
import { compiler } from './compiler'

let numbers: Awaited<ReturnType<typeof embeddedRun>>
let texts: typeof numbers
beforeAll(async () => {
  numbers = await embeddedRun(() => compiler)
  texts = await embeddedRun(() => compiler, undefined, 'user_id')
})
afterAll(() => {
  numbers.close()
  texts.close()
})

test('agrees with counting by hand, for any events and any document', async () => {
  const { cases, differences } = await checkKind('segmentation', { seed: 11, sets: 60, documentsPerSet: 40 }, numbers.run)
  expect(differences).toEqual([])
  expect(cases).toBeGreaterThanOrEqual(2000)
})

test('agrees also where people are told apart by texts', async () => {
  const { differences } = await checkKind('segmentation', { seed: 12, sets: 30, documentsPerSet: 40 }, texts.run)
  expect(differences).toEqual([])
})
