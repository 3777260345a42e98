import { existsSync } from 'node:fs'
import { test as base, type TestInfo } from '@playwright/test'
import type { BrowserName, Driver, LaunchOptions } from './browsers/driver'
import { launch } from './browsers/launch'
import { reset } from './browsers/reset'
import { type DemoConsole, startDemoConsole } from './demo-console'
import { expect } from './matchers'
import { traced } from './traced'

interface TestFixtures {
  /** Additional launch options, set by `test.use({ driverOptions: { locale: 'ja' } })`. */
  readonly driverOptions: Partial<LaunchOptions>
  /** Starts a browser with the extension. It's closed when the test ends, or earlier by the test. */
  readonly launchDriver: Launch
  /** A browser with the extension, reset to its initial state. */
  readonly driver: Driver
  readonly onlyDemoHosts: undefined
}

interface WorkerFixtures {
  readonly driverName: BrowserName
  /** The demo console, reset to its initial state for each test. */
  readonly demo: DemoConsole
  /** Starts a browser with the extension. The caller has to call `close`. */
  readonly launchBrowser: Launch
  readonly shared: SharedDrivers
}

/** The browsers that tests share one after another, because starting one takes seconds. */
interface SharedDrivers {
  /** Returns a browser launched with these options. `reset` returns it to its initial state for the next test. */
  take(options: Partial<LaunchOptions>): Promise<Driver>
}

type Launch = (options?: Partial<LaunchOptions>) => Promise<Driver>

export const test = base.extend<TestFixtures, WorkerFixtures>({
  driverName: ['chromium', { option: true, scope: 'worker' }],

  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: it tells Playwright that the fixture has no dependencies.
    async ({}, use) => {
      const demo = await startDemoConsole()
      await use(demo)
      await demo.close()
    },
    { scope: 'worker' },
  ],

  launchBrowser: [
    async ({ driverName, demo }, use) => {
      const extension = `dist/${driverName === 'chromium' ? 'chrome' : 'firefox'}`
      // `HEADED=1` shows the browser windows.
      const headed = Boolean(process.env.HEADED)
      const common = { extension, proxyPort: demo.proxyPort, headed, chromiumSwitches }
      await use(async options =>
        traced(await launch(driverName, { ...common, ...options }), Boolean(process.env.TRACE)),
      )
    },
    { scope: 'worker' },
  ],

  shared: [
    async ({ launchBrowser }, use) => {
      const open = new Map<string, Promise<Driver>>()
      const end = async (key: string) => {
        const driver = open.get(key)
        open.delete(key)
        await (await driver)?.close()
      }
      await use({
        async take(options) {
          const key = JSON.stringify(options)
          const driver = open.get(key) ?? launchBrowser(options)
          open.delete(key)
          // Keep the last-used browsers: the current file's, and the one without options.
          const [oldest] = open.keys()
          if (oldest && open.size === maxShared) await end(oldest)
          open.set(key, driver)
          return driver
        },
      })
      for (const key of [...open.keys()]) await end(key)
    },
    { scope: 'worker' },
  ],

  driverOptions: [{}, { option: true }],

  // Set up before the browser and torn down after it, to see every request of the browser.
  onlyDemoHosts: [
    async ({ demo }, use) => {
      demo.reset()
      await use(undefined)
      expect(demo.contactedHosts.refused, 'hosts that are not the demo’s').toEqual([])
    },
    { auto: true },
  ],

  // Windows left open by a failed or skipped test would slow down all later tests.
  launchDriver: async ({ launchBrowser }, use) => {
    const open = new Set<Driver>()
    await use(async options => {
      const driver = await launchBrowser(options)
      open.add(driver)
      driver.closed.then(() => open.delete(driver))
      return driver
    })
    for (const driver of open) await driver.close()
  },

  driver: async ({ shared, driverOptions }, use, testInfo) => {
    const driver = await shared.take(driverOptions)
    await use(driver)
    if (testInfo.status !== testInfo.expectedStatus) await attachScreenshots(driver, testInfo)
    await reset(driver)
  },
})

const maxShared = 2

/** Saves a seventh of the processor time. Garbage collection and compilation in separate threads cost more on few cores. */
const chromiumSwitches = ['--js-flags=--single-threaded']

export { expect }

async function attachScreenshots(driver: Driver, testInfo: TestInfo): Promise<void> {
  const tabs = (await driver.tabs()).map(({ surface }, index) => ({ name: `tab ${index + 1}`, surface }))
  const popup = await driver.popup()
  for (const { name, surface } of [...tabs, ...(popup ? [{ name: 'popup', surface: popup }] : [])]) {
    const path = testInfo.outputPath(`${name}.png`)
    // A page that is already gone mustn't hide why the test failed.
    await surface.screenshot(path).catch(() => {})
    if (existsSync(path)) await testInfo.attach(name, { path, contentType: 'image/png' })
  }
}
