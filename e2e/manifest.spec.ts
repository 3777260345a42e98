import { expect, test } from './test'

interface Manifest {
  readonly permissions: readonly string[]
  readonly host_permissions?: readonly string[]
  readonly content_scripts?: readonly object[]
}

declare const chrome: {
  readonly runtime: { getManifest(): Manifest }
  readonly permissions: {
    getAll(): Promise<{ readonly permissions: readonly string[]; readonly origins: readonly string[] }>
  }
}

test('the extension asks for four permissions, no host and no content script', async ({ driver }) => {
  const options = await driver.openOptions()
  const asked = await options.evaluate(() => chrome.runtime.getManifest())
  expect([...asked.permissions].sort()).toEqual(['activeTab', 'alarms', 'scripting', 'storage'])
  expect(asked.host_permissions ?? []).toEqual([])
  expect(asked.content_scripts ?? []).toEqual([])

  const granted = await options.evaluate(() => chrome.permissions.getAll())
  expect([...granted.permissions].sort()).toEqual(['activeTab', 'alarms', 'scripting', 'storage'])
  expect(granted.origins).toEqual([])
})
