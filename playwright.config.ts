import { defineConfig } from '@playwright/test'
import type { BrowserName } from './testing/browsers/driver'
import { expectPauseMs, expectTimeoutMs } from './testing/expect-timing'

/** The same specs run in each browser: see testing/browser-test.ts. */
export default defineConfig<object, { readonly driverName: BrowserName }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'output/e2e',
  reporter: [['list'], ['json', { outputFile: 'output/e2e.json' }]],
  projects: [
    { name: 'chromium', use: { driverName: 'chromium' } },
    { name: 'firefox', use: { driverName: 'firefox' } },
  ],
  fullyParallel: true,
  // `TRACE=1` also takes a picture after every step: see testing/traced.ts.
  use: { trace: process.env.TRACE ? 'on' : 'retain-on-failure' },
  workers: 2,
  // A test that passes only at its second try hides a race.
  retries: 0,
  timeout: 120_000,
  expect: {
    timeout: expectTimeoutMs,
    toPass: { timeout: expectTimeoutMs, intervals: [expectPauseMs] },
  },
  forbidOnly: Boolean(process.env.CI),
})
