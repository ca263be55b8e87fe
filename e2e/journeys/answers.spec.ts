import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, test } from '@/e2e/fixtures/journey'
import { choose, openBuilder } from '@/e2e/fixtures/question'

const saved = { kind: 'segmentation', range: { last: 14, unit: 'day' }, series: [{ event: 'file_saved', measure: 'events' }] }

test.describe('the answer', () => {
  test('shows the statement that ran, and gives its figures away', async ({ page }) => {
    await openBuilder(page, saved)
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(15)
    await page.locator('summary', { hasText: 'SQL' }).click()
    await expect(page.getByRole('region', { name: 'Statement' })).toContainText('event_type')
    await expect(page.getByText('"file_saved"')).toBeVisible()

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const csv = await readFile(await (await download).path(), 'utf8')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(15)
    expect(csv).toMatch(/^Day,file_saved\r\n\d{4}-\d{2}-\d{2},\d+\r\n/)
    await expectAccessible(page)
  })

  test('sorts its table', async ({ page }) => {
    await openBuilder(page, saved)
    const header = page.getByRole('columnheader', { name: 'file_saved' })
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    const cells = await page.getByRole('table').getByRole('cell').allTextContents()
    const values = cells.map(text => Number(text.replaceAll(',', '')))
    expect(values).toEqual(values.toSorted((one, other) => other - one))
  })

  test('of a slow question can be waited for or cancelled, while the one before stays', async ({ page }) => {
    await openBuilder(page, saved)
    await expect(page.getByRole('figure', { name: /Number of file_saved/ })).toBeVisible()
    await page.route('**/api/query', () => new Promise(() => undefined))
    await choose(page, /^Measure/, 'Unique users')
    await expect(page.getByText(/Asking the engine/)).toBeVisible()
    await expect(page.locator('figure[aria-label^="Number of file_saved"]')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText('You cancelled this question.')).toBeVisible()
    await page.unroute('**/api/query')
    await page.getByRole('button', { name: 'Run it again' }).click()
    await expect(page.getByRole('figure', { name: /Unique users of file_saved/ })).toBeVisible()
  })

  test('to an earlier question never lands on a later one', async ({ page }) => {
    await openBuilder(page, saved)
    await expect(page.getByRole('figure', { name: /Number of file_saved/ })).toBeVisible()
    await page.route('**/api/query', async route => {
      if (route.request().postData()?.includes('"eventsPerEntity"')) await new Promise(resolve => setTimeout(resolve, 2500))
      await route.continue().catch(() => undefined)
    })
    await choose(page, /^Measure/, 'Events per user')
    await choose(page, /^Measure/, 'Unique users')
    await expect(page.getByRole('figure', { name: /Unique users of file_saved/ })).toBeVisible()
    await page.waitForTimeout(3000)
    await expect(page.getByRole('figure', { name: /Unique users of file_saved/ })).toBeVisible()
  })

  test('that failed says so, and can be asked for again', async ({ page }) => {
    await page.route('**/api/query', route => route.abort())
    await openBuilder(page, saved)
    await expect(page.getByText('The server cannot be reached')).toBeVisible()
    await page.unroute('**/api/query')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('figure', { name: /Number of file_saved/ })).toBeVisible()
  })
})
