import { defineConfig } from '@playwright/test'

import { FLAGS } from './tests/support/browser.mjs'
import { prepareServer } from './tests/support/server'

const server = await prepareServer()
const executablePath = process.env.OCTAVO_CHROMIUM

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // One server with one blog: two journeys at once would change each other's lists.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: server.url,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace slows every journey by a third: `TRACE=1 npm test -- e2e writing` when one fails and does not say why.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: { args: FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    // A journey that matters on a phone says so in its name: `test('…', { tag: '@phone' }, …)`.
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true },
    },
  ],
  // What `npm start` runs: it starts a database, migrates, loads the demo, builds when the build is stale, and serves.
  webServer: {
    command: `${JSON.stringify(process.execPath)} build/start.mjs`,
    url: `${server.url}/readyz`,
    env: server.env,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
})
