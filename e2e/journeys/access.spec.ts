import { expect, expectAccessible, test } from '@/e2e/fixtures/journey'
import { openBuilder, questionOf } from '@/e2e/fixtures/question'

const saved = { kind: 'segmentation', range: { last: 14, unit: 'day' }, series: [{ event: 'file_saved' }], breakdown: ['event.platform'] }

const funnel = {
  kind: 'funnel',
  range: saved.range,
  steps: [{ event: 'file_saved' }, { event: 'file_exported', where: [{ property: 'event.platform', op: 'is', value: ['web'] }] }],
  exclusions: [{ event: 'file_opened', from: 1, to: 2 }],
  hold: ['event.platform'],
  breakdown: ['event.platform'],
}
const retention = {
  kind: 'retention',
  range: saved.range,
  start: { event: 'file_saved' },
  return: { event: '*' },
  unit: 'week',
  periods: 4,
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on any page', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('figure')).toHaveCount(3)
      await expectAccessible(page)
      await page.goto('/events')
      await page.getByRole('button', { name: 'file_saved', exact: true }).click()
      await expect(page.getByRole('table', { name: 'Properties of file_saved' })).toBeVisible()
      await expectAccessible(page)
      await openBuilder(page, saved)
      await expect(page.getByRole('figure').first()).toBeVisible()
      await expectAccessible(page)
    })

    test('axe finds nothing where there is something to mend', async ({ page }) => {
      await page.goto('/events')
      await expect(page.getByRole('table')).toBeVisible()
      await expectAccessible(page)
      await openBuilder(page, {
        ...saved,
        series: [{ event: 'file_savd', where: [{ property: 'event.plan', op: 'matches', value: '(' }] }],
      })
      await expect(page.locator('[data-path="series[0].event"]')).toBeVisible()
      await expectAccessible(page)
      await page.goto('/explore?dataset=nowhere')
      await expect(page.getByText('There is no dataset “nowhere”').first()).toBeVisible()
      await expectAccessible(page)
      await page.goto('/nowhere')
      await expect(page.getByRole('link', { name: 'Go to the first page' })).toBeVisible()
      await expectAccessible(page)
    })

    for (const question of [funnel, retention]) {
      test(`axe finds nothing in the builder of a ${question.kind}`, async ({ page }) => {
        await openBuilder(page, question)
        await expect(page.getByRole('figure').first()).toBeVisible()
        await expectAccessible(page)
        // Whatever opens, one after the other.
        const openers = page.locator('main button[aria-haspopup]')
        for (let at = 0; at < (await openers.count()); at++) {
          if (!(await openers.nth(at).isVisible())) continue
          await openers.nth(at).click()
          await expect(page.getByRole('dialog').or(page.getByRole('listbox')).or(page.getByRole('menu')).first()).toBeVisible()
          await expectAccessible(page)
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toHaveCount(0)
        }
      })
    }

    test('axe finds nothing in open values and days', async ({ page }) => {
      const where = [{ property: 'event.platform', op: 'is', value: ['web'] }]
      await openBuilder(page, { ...saved, range: { from: '2026-10-01', to: '2026-10-14' }, series: [{ event: 'file_saved', where }] })
      await page.getByRole('button', { name: /^Values/ }).click()
      await expect(page.getByRole('option').first()).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('combobox').fill('not any value')
      await expect(page.getByRole('option', { name: 'Use “not any value”' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Date range/ }).click()
      await expect(page.getByRole('grid').first()).toBeVisible()
      await expectAccessible(page)
    })

    test('axe finds nothing in open pickers', async ({ page }) => {
      await openBuilder(page, saved)
      await expect(page.getByRole('figure').first()).toBeVisible()
      for (const name of [/^Event A/, /^Measure/, /^Date range/, /^Time zone/, 'Add filter', /^Breakdown/]) {
        await page
          .getByRole('button', { name, exact: typeof name === 'string' })
          .first()
          .click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await expect(page.getByRole('dialog').locator('[role="option"], td').first()).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })
  })
}

test('a question is asked with the keyboard alone', async ({ page }) => {
  await openBuilder(page, saved)
  await page.getByRole('button', { name: /^Event A/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Search events')).toBeFocused()
  await page.keyboard.type('file exp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => questionOf(page)).toMatchObject({ series: [{ event: 'file_exported' }] })
  await expect(page.getByRole('button', { name: /^Event A: file_exported/ })).toBeFocused()
})

test('the theme that was chosen stays', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('option', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('no page is wider than its screen', async ({ page }) => {
  for (const path of ['/', '/explore', '/events']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
})
