import { expect, test } from '../../testing/browser-test'
import { waitFor } from '../../testing/browsers/wait'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { optionsPage } from '../../testing/pages/options-page'
import { inflate, store, stored } from '../../testing/pages/stored'
import { expectAccessible } from '../../testing/steps/axe'
import { configure, openOptions, save } from '../../testing/steps/configure'
import { openMenu, openPopup } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { pack, storeInstead } from '../../testing/steps/store-list'
import { lookAtSync, readSync, textInForce } from '../../testing/steps/sync'

const text = `[shop]
aws_account_id = 333344445555
role_name = Operator
`

test('says so where the browser refuses its storage', async ({ launchDriver, demo }) => {
  const driver = await launchDriver()
  test.skip(driver.cannot.refuseStorage !== undefined, driver.cannot.refuseStorage)
  await driver.refuseStorage()

  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay('Rolecall can’t read your roles')

  const options = optionsPage(await driver.openOptions())
  await expect.poll(options.alerts).toContain('couldn’t be read')
  await driver.close()
})

test('leaves what a newer version stored untouched, and says so', async ({ driver, demo }) => {
  const newer = { version: 99, value: { text } }
  await storeInstead(driver, newer)

  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay('A newer version of Rolecall saved your roles')
  await popup.close()

  const options = optionsPage(await driver.openOptions())
  await expect.poll(options.alerts).toContain('newer')
  expect(await stored(options)).toEqual(newer)
})

for (const [whose, instead, sentences] of [
  ['a newer version stored', { version: 99, value: [] }, [/^A newer .* synced/, /^A newer .* history/]],
  ['it cannot read', 'nonsense', [/notes about syncing/, /^The history isn’t/]],
] as const) {
  test(`leaves history and state of sync that ${whose} untouched, says so, and syncs nothing`, async ({
    driver,
  }) => {
    const options = await openOptions(driver)
    await store(options, { history: instead, sync: instead })
    await expect
      .poll(options.sync.troubles)
      .toEqual(sentences.map(sentence => expect.stringMatching(sentence)))
    await options.write(text)
    await save(options)
    await lookAtSync(options)
    expect(await textInForce(options)).toBe(text)
    expect(await readSync(options)).toEqual({})
    expect(await stored(options, 'history')).toEqual(instead)
    expect(await stored(options, 'sync')).toEqual(instead)
    await expectAccessible(options, 'a history and a state of sync that can’t be read')
  })
}

test('leaves what it cannot read untouched, and says so', async ({ driver, demo }) => {
  await storeInstead(driver, 'nonsense')

  const options = await openOptions(driver)
  await expect(options).toSay('The saved list isn’t in a format Rolecall knows')
  await expect.poll(options.isReady).toBe(true)
  expect(await options.shownText()).not.toContain('No problems found')
  await options.close()

  await signIn(driver, demo)
  const popup = await openPopup(driver)
  await expect(popup).toSay('Rolecall can’t read your roles')
  expect(await stored(popup)).toBe('nonsense')
})

test('parses the text anew where what was parsed of it is damaged', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } }
    }
    await chrome.storage.local.set({
      parsed: { version: 3, value: { targets: 'AAAA', profiles: 1, errors: 0 } },
    })
  })
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  expect((await popup.all({ role: 'option' })).map(({ name }) => name)).toEqual([
    expect.stringMatching(/^shop /),
  ])
})

test('says so where the browser’s storage gives no answer to a save, and keeps the text of before', async ({
  driver,
}) => {
  const options = await configure(driver, text)
  await options.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set: unknown } } } }
    chrome.storage.local.set = () => new Promise(() => {})
  })
  await options.write(`${text}# changed\n`)
  await options.press('Control+s')
  await waitFor(
    'the alert',
    async () =>
      (await options.all({ role: 'alert' })).find(({ text }) => /nothing was saved.*no response/.test(text)),
    { timeout: 40_000 },
  )
  expect(await textInForce(options)).toBe(text)
})

test('says so where the browser’s storage refuses what is allowed', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set: unknown } } } }
    chrome.storage.local.set = () => Promise.reject(new Error('the disk is full'))
  })
  await options.senders.toggle()
  await options.senders.allow('somebody@example.com')
  await expect.poll(options.senders.problem).toContain('the disk is full')
})

test('a list that a test stores is stored as the settings store it', async ({ driver }) => {
  for (const list of [text, generatedConfiguration(2_000)]) {
    const options = await configure(driver, list)
    const items = await pack(list)
    for (const key of ['configuration', 'parsed']) {
      expect(inflated(await stored(options, key)), key).toEqual(inflated(items[key]))
    }
    await options.close()
  }
})

/** Browsers and Node deflate to different bytes. */
function inflated(item: unknown): unknown {
  return JSON.parse(JSON.stringify(item), (key, value) =>
    key === 'deflated' || (key === 'targets' && !/^[[{]/.test(value)) ? inflate(value) : value,
  )
}
