import { existsSync, readdirSync } from 'node:fs'
import type { BrowserName, Driver, LaunchOptions } from './driver'
import { waitFor } from './wait'

/** Starts a browser with the extension, in a new profile unless one is given. `close` ends it. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  const { firstPage = 'closed', profile } = options
  const opensPage = firstPage !== 'none' && (profile === undefined || isNew(profile))
  const driver = await start(name, options)
  if (!opensPage) return driver
  try {
    const page = await findFirstPage(driver)
    if (firstPage === 'closed') await page.close()
    return driver
  } catch (error) {
    await driver.close()
    throw error
  }
}

function isNew(profile: string): boolean {
  return !existsSync(profile) || readdirSync(profile).length === 0
}

async function start(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  // Loads only the library of the requested browser: puppeteer alone takes half a second.
  if (name === 'chromium') return (await import('./chromium/chromium')).launchChromium(options)
  return (await import('./firefox/firefox')).launchFirefox(options)
}

async function findFirstPage(driver: Driver) {
  const url = driver.extensionUrl('options/index.html')
  return waitFor(
    'the page that opens on install',
    async () => {
      for (const { surface } of await driver.tabs()) if ((await surface.url()).startsWith(url)) return surface
      return false
    },
    { timeout: firstPageTimeoutMs },
  )
}

/** Just after the start of a browser, the machine is busy. */
const firstPageTimeoutMs = 30_000
