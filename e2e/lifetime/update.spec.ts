import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver, Surface } from '../../testing/browsers/driver'
import { stored } from '../../testing/pages/stored'
import { configure, openOptions, waitForStatus } from '../../testing/steps/configure'
import { activeTab, who } from '../../testing/steps/console'
import { exportFile } from '../../testing/steps/files'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { storeItems, storeList } from '../../testing/steps/store-list'
import { switchTo } from '../../testing/steps/switch-to'
import { copyOfBuild, started, update } from '../../testing/steps/update'

const text = `[identity]
aws_account_id = 111122223333

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
`

test('an update while a text isn’t saved brings that text back', async ({
  launchDriver,
  driverName,
  demo,
}, testInfo) => {
  test.slow()
  const profile = testInfo.outputPath('profile')
  const extension = copyOfBuild(driverName, testInfo.outputPath('extension'))
  let driver = await launchDriver({ extension, profile })
  await started(driver)
  // This tab stays, while the browser closes the options page.
  await signIn(driver, demo)
  const options = await configure(driver, text)
  const unsaved = `${text}\n[unsaved]\n`
  await options.write(unsaved)
  await expect.poll(() => stored(options, 'drafts')).toMatchObject({ value: [expect.anything()] })
  if (driverName === 'chromium') await update(driver, extension)
  else {
    // Firefox holds the update until it's restarted.
    expect(await driver.holdsUpdate()).toBe(true)
    await driver.kill()
    await driver.close()
    driver = await launchDriver({ extension, profile })
  }

  const again = await openOptions(driver)
  await waitForStatus(again, /^Your unsaved changes from .* are back\./)
  expect((await exportFile(driver, again)).toString()).toBe(unsaved)
  await driver.close()
})

test('neither installing nor updating opens a tab, and the roles stay', async ({
  launchDriver,
  driverName,
  demo,
}, testInfo) => {
  test.slow()
  const extension = copyOfBuild(driverName, testInfo.outputPath('extension'))
  const driver = await launchDriver({ extension })
  await started(driver)
  expect(await driver.tabs()).toHaveLength(1)

  const options = await configure(driver, text)
  await signIn(driver, demo)
  await options.close()
  const before = await urls(driver)
  expect(before).toHaveLength(1)

  await update(driver, extension)

  expect(await (await openMenu(driver)).roles()).toEqual(['payments'])
  expect(await urls(driver)).toEqual(before)
  await driver.close()
})

test('an update leaves marked pages working and marked once', async ({
  launchDriver,
  driverName,
  demo,
}, testInfo) => {
  test.slow()
  const extension = copyOfBuild(driverName, testInfo.outputPath('extension'))
  const driver = await launchDriver({ extension, grants: consolePatterns })
  const options = await configure(driver, text)
  await options.settings.turn({ role: 'radio', name: 'Clear' }, true)
  await options.settings.turn({ role: 'checkbox', name: 'Name before the title' }, true)
  const pages: Surface[] = []
  for (let count = 0; count < 5; count++) pages.push(await signIn(driver, demo))
  for (const page of pages) {
    await expect.poll(() => marksIn(page)).toEqual(oneOfEach)
  }
  await options.close()

  for (const version of ['98.0.0', '99.0.0']) {
    await update(driver, extension, version)
    for (const page of pages) {
      // A page whose scripts kept each other busy would never answer again.
      await expect.poll(() => marksIn(page)).toEqual(oneOfEach)
      // The later script keeps the marks.
      await page.evaluate(version => {
        document.title = `Buckets ${version}`
        document.querySelector('link[data-rolecall]')?.remove()
        document.querySelector('html > [data-rolecall]')?.remove()
      }, version)
      await expect.poll(() => marksIn(page)).toEqual({ ...oneOfEach, title: `identity · Buckets ${version}` })
    }
  }
  // And the scripts are idle.
  for (const page of pages) expect(await changesInASecond(page)).toBe(0)
  await driver.close()
})

test('a role that is open is known to be after an update, and gone to', async ({
  launchDriver,
  driverName,
  demo,
}, testInfo) => {
  test.slow()
  const extension = copyOfBuild(driverName, testInfo.outputPath('extension'))
  const driver = await launchDriver({ extension })
  const options = await configure(driver, text)
  const base = await signIn(driver, demo, { mode: 'multi-session' })
  const role = await switchTo(driver, 'payments')
  const { session } = (await who(role)) ?? {}
  await options.close()
  await update(driver, extension)
  await expect.poll(() => openSessions(driver)).toContain(session)

  // The driver can't press Firefox's button again if a menu was open before an update.
  if (driverName === 'firefox') return driver.close()
  await base.activate()
  const popup = await openMenu(driver)
  await expect.poll(popup.rowNames).toEqual([expect.stringMatching(/^payments open /)])
  await popup.press('Enter')
  await expect.poll(() => activeTab(driver)).toBe(role)
  expect(demo.switches).toHaveLength(1)
  await driver.close()
})

test('what is open is forgotten with the end of the browser', async ({ launchDriver, demo }, testInfo) => {
  test.slow()
  const profile = testInfo.outputPath('profile')
  let driver = await launchDriver({ profile })
  await storeList(driver, text)
  await signIn(driver, demo, { mode: 'multi-session' })
  await switchTo(driver, 'payments')
  await expect.poll(() => kept(driver, 'local', 'sessionCopy')).toContain('Operator')
  await driver.close()
  driver = await launchDriver({ profile })
  await expect.poll(() => kept(driver, 'session', 'settled')).toContain('true')
  expect(await kept(driver, 'local', 'sessionCopy')).not.toContain('Operator')
  expect(await openSessions(driver)).toBe('{}')
  await driver.close()
})

test('a private window leaves none of its roles on disk', async ({ launchDriver, demo }) => {
  test.slow()
  const driver = await launchDriver()
  test.skip(driver.cannot.openPrivateWindow !== undefined, driver.cannot.openPrivateWindow)
  await storeList(
    driver,
    `${text}\n${text.slice(text.indexOf('[payments]')).replace('payments', 'public').replace('Operator', 'Reader')}`,
  )
  await storeItems(driver, { settings: { version: 3, value: { log: true } } })
  const usual = await signIn(driver, demo, { mode: 'multi-session' })
  const inPrivate = await driver.openPrivateWindow()
  await signIn(inPrivate, demo, { mode: 'multi-session' })
  await switchTo(inPrivate, 'payments')
  // It's known while the browser runs.
  await expect.poll(() => openSessions(driver)).toContain('Operator')
  await usual.activate()
  await switchTo(driver, 'public')
  // Once this is copied, the other one has been handled.
  await expect.poll(() => kept(driver, 'local', 'sessionCopy')).toContain('Reader')
  for (const key of ['sessionCopy', 'recentRoles', 'log']) {
    const stored = await kept(driver, 'local', key)
    expect(stored).toMatch(/Reader|public/)
    expect(stored).not.toContain('Operator')
    expect(stored).not.toContain('payments')
  }
  await driver.close()
})

test('what a killed browser was allowed for nothing is given back with the next start', async ({
  launchDriver,
  driverName,
  demo,
}, testInfo) => {
  test.slow()
  const extension = copyOfBuild(driverName, testInfo.outputPath('extension'))
  const driver = await launchDriver({ extension, grants: [...consolePatterns, 'tabGroups'] })
  const options = await configure(driver, text)
  // A browser without a tab opens one of its own.
  await signIn(driver, demo)
  await options.activate()
  const groups = { role: 'checkbox', name: 'Group each open role’s tabs' } as const
  await options.settings.turn(groups, true)
  await expect.poll(() => allowed(driver)).toEqual({ hosts: true, groups: true })
  await update(driver, extension, '98.0.0')
  expect(await allowed(driver)).toEqual({ hosts: true, groups: true })

  // Like a kill between the two writes.
  await driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } }
    }
    await chrome.storage.local.set({ settings: { version: 2, value: {} } })
  })
  await update(driver, extension, '99.0.0')
  await expect.poll(() => allowed(driver)).toEqual({ hosts: false, groups: false })
  await driver.close()
})

const oneOfEach = {
  title: expect.stringMatching(/^identity · (?!identity)/),
  icons: 1,
  frames: 1,
  isLast: true,
}

function marksIn(page: Surface): Promise<object> {
  return page.evaluate(() => ({
    title: document.title,
    icons: document.querySelectorAll('link[data-rolecall]').length,
    frames: document.querySelectorAll('html > [data-rolecall]').length,
    isLast: [...document.querySelectorAll('link[rel~=icon]')].at(-1)?.matches('[data-rolecall]') ?? false,
  }))
}

function changesInASecond(page: Surface): Promise<number> {
  return page.evaluate(async () => {
    let changes = 0
    const observer = new MutationObserver(records => {
      changes += records.length
    })
    observer.observe(document.head, { childList: true, subtree: true, characterData: true, attributes: true })
    await new Promise(resolve => setTimeout(resolve, 1_000))
    return changes
  })
}

function kept(driver: Driver, area: 'local' | 'session', key: string): Promise<string> {
  return driver.evaluateInBackground(
    async (area, key) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<string, { get(key: string): Promise<object> }> }
      }
      return JSON.stringify(await chrome.storage[area]?.get(key))
    },
    area,
    key,
  )
}

function openSessions(driver: Driver): Promise<string> {
  return kept(driver, 'session', 'openSessions')
}

function allowed(driver: Driver): Promise<{ readonly hosts: boolean; readonly groups: boolean }> {
  return driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { getAll(): Promise<{ origins?: string[]; permissions?: string[] }> } }
    }
    const { origins = [], permissions = [] } = await chrome.permissions.getAll()
    return { hosts: origins.length > 0, groups: permissions.includes('tabGroups') }
  })
}

async function urls(driver: Driver): Promise<readonly string[]> {
  return Promise.all((await driver.tabs()).map(({ surface }) => surface.url()))
}
