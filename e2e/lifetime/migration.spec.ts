import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checksum } from '../../src/lib/checksum'
import { expect, test } from '../../testing/browser-test'
import { optionsPage } from '../../testing/pages/options-page'
import { store, stored } from '../../testing/pages/stored'
import { openOptions } from '../../testing/steps/configure'

const version = { time: 1_750_000_000_000, roles: 1, data: 'iy5KTVTISCzOSEvMzEktUsjMS8svyk0syczPAwA=' }

/** The first version of each item whose version has changed. */
const before = {
  history: { version: 1, value: [version] },
  settings: {
    version: 1,
    value: {
      hideAccountIds: false,
      onlyMatchingRoles: false,
      theme: 'dark',
      order: 'file',
      density: 'comfortable',
      sync: true,
      markTabs: true,
    },
  },
  recentRoles: { version: 1, value: ['shop', 'archive'] },
}

/** The current version of each. */
const after = {
  history: {
    version: 3,
    value: [{ ...version, here: true, sum: checksum(version.data), length: version.data.length }],
  },
  settings: { version: 3, value: { theme: 'dark', marks: 'subtle', nameInTitle: true } },
  recentRoles: {
    version: 2,
    value: [
      { name: 'shop', score: 1, last: 0 },
      { name: 'archive', score: 1, last: -1 },
    ],
  },
}

test('what an earlier version stored is read at once, and written anew when the browser starts', async ({
  launchDriver,
}) => {
  test.slow()
  const profile = await mkdtemp(join(tmpdir(), 'rolecall-migration-'))
  const first = await launchDriver({ profile })
  const page = optionsPage(await first.openOptions())
  await store(page, before)
  await page.reload()
  await expect.poll(page.history.count).toBe(1)
  await expect.poll(() => page.settings.hasTheme('dark')).toBe(true)
  expect(await stored(page, 'history')).toEqual(before.history)
  await first.close()

  const second = await launchDriver({ profile })
  const options = await openOptions(second)
  for (const [key, value] of Object.entries(after)) {
    await expect.poll(() => stored(options, key)).toEqual(value)
  }
  await second.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})
