import { expect, expectAccessible } from '@/e2e/fixtures/journey'
import { test } from '@/e2e/fixtures/own-server'
import { openBuilder, pick } from '@/e2e/fixtures/question'

const dayMs = 86_400_000

/** One event of each of so many people, an hour apart, `days` ago. */
const visits = (event_type: string, people: number, days: number) =>
  Array.from({ length: people }, (_, n) => ({
    event_type,
    event_time: new Date(Date.now() - days * dayMs - n * 3_600_000).toISOString(),
    user_id: `visitor ${n}`,
    event_properties: { door: n % 2 === 0 ? 'front' : 'back', 'it\'s "odd"': true },
  }))

test.use({ first: { events: [...visits('door_opened', 6, 3), ...visits('door_opened', 4, 1)] } })

test('own files are loaded, asked about, and added to while the server runs', async ({ page, installation }) => {
  await page.goto('/')
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expectAccessible(page)

  await openBuilder(page)
  await pick(page, /^Event A/, 'door_opened')
  await pick(page, 'Add breakdown', 'door')
  await expect(page.getByRole('columnheader', { name: 'front' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'back' })).toBeVisible()

  const added = await installation.sounding('load', installation.write('second.jsonl', visits('bell_rung', 3, 1)))
  expect(added).toContain('3 added')
  await page.goto('/events')
  await expect(page.getByText('bell_rung').first()).toBeVisible()
  await expect(page.getByText('door_opened').first()).toBeVisible()

  const answer = await page.request.post('/api/query', {
    data: {
      kind: 'segmentation',
      range: { last: 30, unit: 'day' },
      interval: 'none',
      series: [{ event: 'door_opened', measure: 'events' }],
    },
  })
  expect((await answer.json()).series[0].total).toBe(10)
})
