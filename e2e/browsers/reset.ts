import type { Driver } from './driver'

declare const chrome: {
  readonly storage: Readonly<Record<'local' | 'sync' | 'session', { clear(): Promise<void> }>>
}

/** Makes a browser as good as new for the extension: nothing stored, no popup, and one empty tab. */
export async function reset(driver: Driver): Promise<void> {
  await (await driver.popup())?.close()
  // An image of the extension's may use its storage, and has no script of its own that would write to it.
  const image = await driver.open(driver.extensionUrl('icons/16.png'))
  await image.evaluate(async () => {
    const { local, sync, session } = chrome.storage
    await Promise.all([local.clear(), sync.clear(), session.clear()])
  })
  const empty = await driver.open('about:blank')
  const others = (await driver.tabs()).filter(({ surface }) => surface !== empty)
  for (const { surface } of others) await surface.close()
}
