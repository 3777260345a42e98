import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserName, Driver } from '../browsers/driver'
import { waitFor } from '../browsers/wait'

declare const chrome: {
  readonly runtime: { getManifest(): { readonly version: string }; reload(): void }
}

/** Copies the built extension into a folder where it can be updated, and returns the folder. */
export function copyOfBuild(browser: BrowserName, folder: string): string {
  cpSync(`dist/${browser === 'chromium' ? 'chrome' : 'firefox'}`, folder, { recursive: true })
  return folder
}

/** Updates the extension in the folder as a browser does, by loading a later version with the same id. */
export async function update(driver: Driver, folder: string, version = '99.0.0'): Promise<void> {
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...manifest, version }))
  // The extension ends before it can answer.
  await driver.evaluateInBackground(() => chrome.runtime.reload()).catch(() => {})
  // Chromium's worker needs a page to wake it. In Firefox, a tab opened while the extension is reloading stays empty.
  await waitFor('the new version', async () =>
    driver.name === 'chromium' ? showsVersion(driver, version) : (await started(driver)) === version,
  )
  await started(driver)
  await closeFailed(driver)
}

/** Waits until the background script, which is notified of installs and updates, has started. Returns the version. */
export function started(driver: Driver): Promise<string> {
  return waitFor('the background script', () =>
    driver.evaluateInBackground(() => chrome.runtime.getManifest().version),
  )
}

/** Requests one of the extension's files without a script, in a tab that is closed again. */
async function showsVersion(driver: Driver, version: string): Promise<boolean> {
  const image = await driver.open(driver.extensionUrl('icons/16.png'))
  try {
    return (await image.evaluate(() => chrome.runtime.getManifest().version)) === version
  } finally {
    await image.close()
  }
}

/** Closes the tabs that were opened while the extension was reloading. One of them would be the active one. */
async function closeFailed(driver: Driver): Promise<void> {
  for (const { surface } of await driver.tabs()) {
    if ((await surface.url()).startsWith('chrome-error:')) await surface.close()
  }
}
