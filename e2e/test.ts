import { existsSync } from 'node:fs'
import { test as base, expect, type TestInfo } from '@playwright/test'
import type { BrowserName, Driver, LaunchOptions } from './browsers/driver'
import { launch } from './browsers/launch'
import { type DemoConsole, startDemoConsole } from './demo-console'

interface TestFixtures {
  /** What to launch the browser with beside the usual, set by `test.use({ driverOptions: { locale: 'ja' } })`. */
  readonly driverOptions: Partial<LaunchOptions>
  /** The browser with the extension, started afresh for the test. */
  readonly driver: Driver
  readonly onlyDemoHosts: undefined
}

interface WorkerFixtures {
  readonly driverName: BrowserName
  /** The demo console, as good as new in each test. */
  readonly demo: DemoConsole
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  driverName: ['chromium', { option: true, scope: 'worker' }],

  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off the pattern that it depends on nothing.
    async ({}, use) => {
      const demo = await startDemoConsole()
      await use(demo)
      await demo.close()
    },
    { scope: 'worker' },
  ],

  driverOptions: [{}, { option: true }],

  // Set up before the browser and torn down after it, so that it sees all that the browser asked for.
  onlyDemoHosts: [
    async ({ demo }, use) => {
      demo.reset()
      await use(undefined)
      expect(demo.contactedHosts.refused, 'hosts that are not the demo’s').toEqual([])
    },
    { auto: true },
  ],

  driver: async ({ driverName, demo, driverOptions }, use, testInfo) => {
    const extension = `dist/${driverName === 'chromium' ? 'chrome' : 'firefox'}`
    const driver = await launch(driverName, { extension, proxyPort: demo.proxyPort, ...driverOptions })
    await use(driver)
    if (testInfo.status !== testInfo.expectedStatus) await attachScreenshots(driver, testInfo)
    await driver.close()
  },
})

export { expect }

async function attachScreenshots(driver: Driver, testInfo: TestInfo): Promise<void> {
  const tabs = (await driver.tabs()).map(({ surface }, index) => ({ name: `tab ${index + 1}`, surface }))
  const popup = await driver.popup()
  for (const { name, surface } of [...tabs, ...(popup ? [{ name: 'popup', surface: popup }] : [])]) {
    const path = testInfo.outputPath(`${name}.png`)
    // A page that can't be shown any more mustn't hide why the test failed.
    await surface.screenshot(path).catch(() => {})
    if (existsSync(path)) await testInfo.attach(name, { path, contentType: 'image/png' })
  }
}
