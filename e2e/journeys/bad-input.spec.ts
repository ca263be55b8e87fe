import { expect, expectAccessible, test } from '@/e2e/fixtures/journey'
import { openBuilder } from '@/e2e/fixtures/question'

const range = { last: 14, unit: 'day' }

test.describe('bad input', () => {
  test('is explained next to the control that is wrong', async ({ page }) => {
    await openBuilder(page, { kind: 'segmentation', range, series: [{ event: 'file_saved' }, { event: 'file_exportd' }] })
    await expect(page.locator('[data-path="series[1].event"]')).toContainText('Did you mean “file_exported”?')
    await expect(page.locator('[data-path="series[0].event"]')).toHaveCount(0)
    await expectAccessible(page)
  })

  test('in conditions and breakdowns is explained there, all at once', async ({ page }) => {
    await openBuilder(page, {
      kind: 'segmentation',
      range,
      breakdown: ['event.plann'],
      series: [{ event: 'file_saved', where: [{ any: [{ property: 'event.plan', op: 'matches', value: '(' }] }] }],
    })
    await expect(page.locator('[data-path="series[0].where[0].any[0]"]')).toBeVisible()
    await expect(page.locator('[data-path="breakdown"]')).toContainText('plan')
  })

  test('in the time zone is explained beside it', async ({ page }) => {
    await openBuilder(page, { kind: 'segmentation', range, timezone: 'Europe/Budapst', series: [{ event: 'file_saved' }] })
    await expect(page.locator('[data-path="timezone"]')).toContainText('Europe/Budapst')
  })

  test('from a typed regular expression goes away when it is mended', async ({ page }) => {
    await openBuilder(page, {
      kind: 'segmentation',
      range,
      series: [{ event: 'file_saved', where: [{ property: 'event.plan', op: 'matches', value: 'p(' }] }],
    })
    const note = page.locator('[data-path="series[0].where[0]"]')
    await expect(note).toBeVisible()
    const value = page.getByRole('textbox', { name: 'Value', exact: true })
    await value.fill('^p')
    await value.press('Enter')
    await expect(note).toHaveCount(0)
    await expect(page.getByRole('figure', { name: /plan matches \^p/ })).toBeVisible()
  })

  test('in a broken link says so and offers a way on', async ({ page }) => {
    await page.goto('/explore?q=%7B%22kind%22')
    await expect(page.getByText('This link cannot be shown as a question')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Start a new question' }).click()
    await expect(page.getByRole('figure').first()).toBeVisible()
  })

  test('of odd texts works like any text', async ({ page }) => {
    const odd = 'a"b\\c\n<b>é</b> 🎉 $; drop.table --'
    await openBuilder(page, {
      kind: 'segmentation',
      range,
      series: [{ event: 'file_saved', label: odd, where: [{ property: 'event.plan', op: 'isNot', value: [odd] }] }],
    })
    await expect(page.getByRole('figure').first()).toBeVisible()
    await expect(page.getByRole('columnheader').last()).toContainText('<b>é</b> 🎉')
    await page.reload()
    await expect(page.getByRole('columnheader').last()).toContainText('<b>é</b> 🎉')
  })
})
