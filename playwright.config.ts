import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 4100)
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: '.data/e2e-results',
  reporter: [['list'], ['json', { outputFile: '.data/reports/browser.json' }]],
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL,
    locale: 'en-GB',
    // Neither the server's zone nor the sample's, so that a page which mixes them up is seen.
    timezoneId: 'America/New_York',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } },
  ],
  webServer: {
    command: 'node e2e/fixtures/serve-fresh.mjs',
    url: `${baseURL}/api/health`,
    // The first minute: it makes the sample before it answers.
    timeout: 300_000,
    reuseExistingServer: !process.env.CI,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: { PORT: String(port), HOST: '127.0.0.1', SOUNDING_HOME: '.data/e2e' },
  },
})
