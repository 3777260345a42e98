import type { Driver, Surface } from './driver'

interface Area {
  clear(): Promise<void>
  set(items: object): Promise<void>
}

declare const chrome: {
  readonly storage: Readonly<Record<'local' | 'sync' | 'session', Area>>
  readonly runtime: { sendMessage(message: string): Promise<void> }
  readonly permissions: {
    contains(permissions: {
      readonly origins: readonly string[]
      readonly permissions: readonly string[]
    }): Promise<boolean>
  }
}

/** Whether the extension still has what it was launched with: a test may have had it given back. */
export async function hasGrants(driver: Driver, grants: readonly string[]): Promise<boolean> {
  if (grants.length === 0) return true
  const page = await driver.open(driver.extensionUrl('icons/16.png'))
  const origins = grants.filter(grant => grant.includes('://'))
  const permissions = grants.filter(grant => !grant.includes('://'))
  const has = await page.evaluate(asked => chrome.permissions.contains(asked), { origins, permissions })
  await closeOthers(driver, await driver.open('about:blank'))
  return has
}

/** Makes a browser as good as new for the extension: nothing stored, no popup, and one empty tab. */
export async function reset(driver: Driver): Promise<void> {
  await (await driver.popup())?.close()
  // An image of the extension's may use its storage, and has no script of its own that would write to it.
  const image = await driver.open(driver.extensionUrl('icons/16.png'))
  // Pages keep their unsaved text until they are closed.
  await closeOthers(driver, image)
  await forgetAll(image)
  await closeOthers(driver, await driver.open('about:blank'))
}

async function closeOthers(driver: Driver, kept: Surface): Promise<void> {
  const others = (await driver.tabs()).filter(({ surface }) => surface !== kept)
  for (const { surface } of others) await surface.close()
}

/** Empties all that the extension has stored. Takes a page of the extension's. */
export async function forgetAll(page: Surface): Promise<void> {
  await page.evaluate(async () => {
    const { local, sync, session } = chrome.storage
    // With sync off, and once the background script is done with what it began, nothing it does brings anything back.
    await local.set({ settings: { version: 1, value: { sync: false } } })
    await chrome.runtime.sendMessage('synchronise')
    await Promise.all([sync.clear(), session.clear()])
    await local.clear()
  })
}
