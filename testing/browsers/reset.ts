import type { Driver, Surface } from './driver'
import { waitFor } from './wait'

interface Area {
  clear(): Promise<void>
  set(items: object): Promise<void>
}

declare const chrome: {
  readonly storage: Readonly<Record<'local' | 'sync' | 'session', Area>>
  readonly runtime: {
    sendMessage(message: string): Promise<void>
    getManifest(): { readonly permissions: readonly string[] }
  }
  readonly permissions: {
    getAll(): Promise<Permissions>
    remove(permissions: Permissions): Promise<boolean>
  }
}

interface Permissions {
  readonly origins: readonly string[]
  readonly permissions: readonly string[]
}

/** Returns a browser to its initial state for the extension: nothing stored or allowed, no popup, and one empty tab. */
export async function reset(driver: Driver): Promise<void> {
  await (await driver.popup())?.close()
  // One of the extension's images may use its storage, and runs no script that would write to it.
  const image = await driver.open(driver.extensionUrl('icons/16.png'))
  // Pages keep their unsaved text until they are closed.
  await closeOthers(driver, image)
  await forgetAll(image)
  await image.evaluate(giveBackAll)
  // Leaves the tab without the way back to the image, and saves opening another.
  await image.evaluate(() => location.replace('about:blank'))
  await waitFor('the empty tab', async () => (await image.url()) === 'about:blank')
}

/** Gives back every permission granted since the installation. Runs in a page of the extension. */
async function giveBackAll(): Promise<void> {
  const required = new Set(chrome.runtime.getManifest().permissions)
  const { origins, permissions } = await chrome.permissions.getAll()
  const optional = permissions.filter(permission => !required.has(permission))
  if (origins.length + optional.length > 0) {
    await chrome.permissions.remove({ origins, permissions: optional })
  }
}

async function closeOthers(driver: Driver, kept: Surface): Promise<void> {
  const others = (await driver.tabs()).filter(({ surface }) => surface !== kept)
  for (const { surface } of others) await surface.close()
}

/** Removes everything that the extension has stored. Needs a page of the extension. */
export async function forgetAll(page: Surface): Promise<void> {
  await page.evaluate(async () => {
    const { local, sync, session } = chrome.storage
    // With sync off and the background script's current work done, nothing brings the data back.
    await local.set({ settings: { version: 1, value: { sync: false } } })
    await chrome.runtime.sendMessage('synchronize')
    await Promise.all([sync.clear(), session.clear()])
    await local.clear()
  })
}
