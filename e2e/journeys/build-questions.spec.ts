import { expect, expectAccessible, test } from '@/e2e/fixtures/journey'
import { choose, find, openBuilder, pick, questionOf } from '@/e2e/fixtures/question'

test.describe('building a question from nothing', () => {
  test('events over time: event, measure, filter, interval, range and breakdown', async ({ page }) => {
    await openBuilder(page)
    await pick(page, /^Event A/, 'file_saved')
    await choose(page, /^Measure/, 'Total events')
    await page.getByRole('button', { name: 'Add filter', exact: true }).click()
    await find(page, 'plan')
    await page.getByRole('option', { name: /^pro/ }).click()
    await page.getByRole('option', { name: /^business/ }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await choose(page, /^Interval/, 'week')
    await page.getByRole('button', { name: /^Date range/ }).click()
    await page.getByRole('button', { name: 'Last 12 weeks' }).click()
    await pick(page, 'Add breakdown', 'platform')

    await expect(
      page.getByRole('figure', { name: /Number of file_saved where plan is pro or business, by week, last 12 weeks, split by platform/ }),
    ).toBeVisible()
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(13)
    expect(questionOf(page)).toMatchObject({
      kind: 'segmentation',
      interval: 'week',
      range: { last: 12, unit: 'week' },
      breakdown: ['event.platform'],
      series: [{ event: 'file_saved', measure: 'events', where: [{ property: 'event.plan', op: 'is', value: ['pro', 'business'] }] }],
    })
    await expectAccessible(page)

    await page.reload()
    await expect(page.getByRole('figure', { name: /split by platform/ })).toBeVisible()
  })

  test('two series and a formula of them', async ({ page }) => {
    await openBuilder(page)
    await pick(page, /^Event A/, 'file_saved')
    await page.getByRole('button', { name: 'Add series', exact: true }).click()
    await find(page, 'application_opened')
    await page.getByRole('button', { name: 'Add formula', exact: true }).click()
    await expect(page.getByRole('columnheader')).toHaveCount(4)

    const formula = page.getByRole('textbox', { name: 'Formula 1', exact: true })
    await formula.fill('A / (B')
    await formula.press('Enter')
    await expect(page.locator('[data-path="formulas[0]"]')).toBeVisible()
    await formula.fill('A / B')
    await formula.press('Enter')
    await expect(page.locator('[data-path="formulas[0]"]')).toHaveCount(0)
    await expect(page.getByRole('columnheader')).toHaveCount(4)
  })

  test('a funnel: steps, window, another step, its order', async ({ page }) => {
    await openBuilder(page)
    await page.getByRole('radio', { name: 'Funnel' }).click()
    await expect(page.getByText('The question is not complete yet')).toBeVisible()
    await pick(page, /^Event 1/, 'signup')
    await pick(page, /^Event 2/, 'trial_started')
    await page.getByRole('button', { name: 'Add step', exact: true }).click()
    await find(page, 'subscription_paid')
    await page.getByRole('textbox', { name: 'Conversion window', exact: true }).fill('30')
    await page.getByRole('textbox', { name: 'Conversion window', exact: true }).press('Enter')
    await expect(page.getByRole('figure', { name: /signup, then trial_started, then subscription_paid, within 30 days/ })).toBeVisible()
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(4)

    await page.getByRole('button', { name: 'More for 3' }).click()
    await page.getByRole('menuitem', { name: 'Move up' }).click()
    await expect(page.getByRole('figure', { name: /signup, then subscription_paid, then trial_started/ })).toBeVisible()
    await expectAccessible(page)
  })

  test('retention: start, return, period and the way it is drawn', async ({ page }) => {
    await openBuilder(page)
    await page.getByRole('radio', { name: 'Retention' }).click()
    await pick(page, /^Event: application_opened/, 'signup')
    await page.getByRole('button', { name: /^Date range/ }).click()
    await page.getByRole('button', { name: 'Last 12 weeks' }).click()
    await expect(page.getByRole('figure', { name: /Users who did signup and came back to Any event, by week/ })).toBeVisible()
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(13)

    let asked = 0
    page.on('request', request => {
      if (request.url().endsWith('/api/query')) asked += 1
    })
    await page.getByRole('radio', { name: 'Curve' }).click()
    await expect(page).toHaveURL(/view=curve/)
    await expect(page.getByRole('figure').getByRole('listitem')).toHaveCount(0)
    expect(asked).toBe(0)
    await expectAccessible(page)
  })

  test('a kind keeps what fits of the kind before, and the browser goes back to it', async ({ page }) => {
    await openBuilder(page, {
      kind: 'segmentation',
      range: { last: 4, unit: 'week' },
      series: [{ event: 'file_saved' }, { event: 'file_exported' }],
    })
    await page.getByRole('radio', { name: 'Funnel' }).click()
    await expect(page.getByRole('figure', { name: /file_saved, then file_exported, within 7 days, last 4 weeks/ })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('figure', { name: /Unique users of file_saved; Unique users of file_exported/ })).toBeVisible()
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect(page.getByRole('figure', { name: /file_saved, then file_exported/ })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('figure', { name: /Unique users of file_saved/ })).toBeVisible()
  })
})
