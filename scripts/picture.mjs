// picture.mjs ADDRESS: takes the README's picture from a running server, as in: node scripts/run.mjs node scripts/picture.mjs http://127.0.0.1:3000
import { join } from 'node:path'
import { chromium } from 'playwright'
import { ensureChromium } from './chromium.mjs'
import { root } from './node-runtime.mjs'

const address = process.argv[2] ?? 'http://127.0.0.1:3000'
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
  colorScheme: 'light',
  locale: 'en-GB',
})
await page.goto(address)
await page.getByRole('main').getByRole('link', { name: /^open/i }).first().click()
await page.waitForURL(/\/explore/)
await page.getByRole('figure').first().locator('svg.main-svg').first().waitFor()
await page.waitForLoadState('networkidle')
await page.screenshot({ path: join(root, 'docs/images/explore.png') })
await browser.close()
