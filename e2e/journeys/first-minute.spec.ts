import { expect, expectAccessible, test } from '@/e2e/fixtures/journey'

test.describe('the first minute', () => {
  test('the home page shows three questions, answered', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('figure')).toHaveCount(3)
    for (const figure of await page.getByRole('figure').all()) await expect(figure).toBeVisible()
    await expectAccessible(page)
  })

  test('a question of the home page opens in the builder, and its address holds it', async ({ page }) => {
    await page.goto('/')
    await page
      .getByRole('main')
      .getByRole('link', { name: /open|explore|edit/i })
      .first()
      .click()
    await expect(page).toHaveURL(/\/explore\?.*q=/)
    await expect(page.getByRole('figure').first()).toBeVisible()
    await page.reload()
    await expect(page.getByRole('figure').first()).toBeVisible()
    await expectAccessible(page)
  })
})
