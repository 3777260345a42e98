import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver } from './browsers/driver'
import { waitFor } from './browsers/wait'
import { configure } from './steps/configure'
import { openMenu, profileName, rows } from './steps/menu'
import { signIn } from './steps/sign-in'
import { expect, test } from './test'

declare const chrome: {
  readonly runtime: { getManifest(): { readonly version: string }; reload(): void }
}

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'

test('neither installing nor updating opens a tab, and the roles stay', async ({
  launchDriver,
  driverName,
  demo,
}, testInfo) => {
  test.slow()
  const extension = testInfo.outputPath('extension')
  cpSync(`dist/${driverName === 'chromium' ? 'chrome' : 'firefox'}`, extension, { recursive: true })
  const driver = await launchDriver({ extension })
  await started(driver)
  expect(await driver.tabs()).toHaveLength(1)

  const options = await configure(driver, text)
  await signIn(driver, demo)
  await options.close()
  const before = await urls(driver)
  expect(before).toHaveLength(1)

  // What a browser does with an update: it loads the extension of a later version under the same id.
  const path = join(extension, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...manifest, version: '99.0.0' }))
  // The extension ends before it can answer.
  await driver.evaluateInBackground(() => chrome.runtime.reload()).catch(() => {})
  // Chromium's worker needs a page to wake it. In Firefox, a tab that is opened while the extension is away stays empty.
  await waitFor('the new version', async () =>
    driverName === 'chromium' ? showsVersion(driver, '99.0.0') : (await started(driver)) === '99.0.0',
  )
  expect(await started(driver)).toBe('99.0.0')
  await closeFailed(driver)

  expect((await rows(await openMenu(driver))).map(profileName)).toEqual(['payments'])
  expect(await urls(driver)).toEqual(before)
  await driver.close()
})

/** Waits until the background script has started, which is told of installs and updates. Gives the version. */
function started(driver: Driver): Promise<string> {
  return waitFor('the background script', () =>
    driver.evaluateInBackground(() => chrome.runtime.getManifest().version),
  )
}

/** Asks a file of the extension's that has no script, in a tab that is closed again. */
async function showsVersion(driver: Driver, version: string): Promise<boolean> {
  const image = await driver.open(driver.extensionUrl('icons/16.png'))
  try {
    return (await image.evaluate(() => chrome.runtime.getManifest().version)) === version
  } finally {
    await image.close()
  }
}

/** Closes the tabs that were opened while the extension was away: one of them would be the active one. */
async function closeFailed(driver: Driver): Promise<void> {
  for (const { surface } of await driver.tabs()) {
    if ((await surface.url()).startsWith('chrome-error:')) await surface.close()
  }
}

async function urls(driver: Driver): Promise<readonly string[]> {
  return Promise.all((await driver.tabs()).map(({ surface }) => surface.url()))
}
