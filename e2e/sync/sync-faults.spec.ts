import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { incompressible } from '../../testing/generators/incompressible'
import type { OptionsPage } from '../../testing/pages/options-page'
import { openOptions, save } from '../../testing/steps/configure'
import {
  readSync,
  textInForce,
  waitForSyncTrouble,
  waitUntilSynced,
  writeSync,
} from '../../testing/steps/sync'

const text = (number: number) => `[role-${number}]\naws_account_id = 111122223333\nrole_name = Operator\n`
const refused = /^The browser’s sync refused\. Nothing is lost/

type Call = 'get' | 'set' | 'remove'

/** Makes the background script's next such call fail. */
function breakNext(driver: Driver, call: Call, how: 'rejects' | 'hangs'): Promise<void> {
  return driver.evaluateInBackground(
    (call, how) => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { sync: Record<Call, unknown> } } }
      const { sync } = chrome.storage
      const works = sync[call]
      sync[call] = () => {
        sync[call] = works
        return how === 'hangs'
          ? new Promise(() => {})
          : Promise.reject(new Error('QUOTA_BYTES quota exceeded'))
      }
    },
    call,
    how,
  )
}

async function saveHere(options: OptionsPage, text: string): Promise<void> {
  await options.write(text)
  await save(options)
}

for (const call of ['get', 'set'] as const) {
  for (const how of ['rejects', 'hangs'] as const) {
    test(`where sync.${call} ${how}, the page says so, and the text is written later`, async ({ driver }) => {
      test.slow()
      const options = await openOptions(driver)
      await saveHere(options, text(1))
      await waitUntilSynced(options)
      await breakNext(driver, call, how)
      await saveHere(options, text(2))
      await waitForSyncTrouble(options, refused)
      expect(await textInForce(options)).toBe(text(2))
      await options.open('team')
      await options.click({ role: 'button', name: 'Try again now' })
      await waitUntilSynced(options)
    })
  }
}

test('chunks of a longer text that can’t be taken away do no harm', async ({ driver }) => {
  const options = await openOptions(driver)
  await saveHere(options, incompressible(text(1), 12_000))
  const longer = await waitUntilSynced(options)
  await breakNext(driver, 'remove', 'rejects')
  await saveHere(options, text(2))
  await waitUntilSynced(options)
  expect(Object.keys(await readSync(options)).sort()).toEqual(Object.keys(longer).sort())
  await driver.stopBackground()
  await saveHere(options, text(3))
  await waitUntilSynced(options)
  expect(Object.keys(await readSync(options)).sort()).toEqual(['configuration', 'configuration.0'])
})

test('a full store leaves the text whole in this browser, and says so', async ({ driver }) => {
  const options = await openOptions(driver)
  const full = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`other-${index}`, 'x'.repeat(8_100)]),
  )
  await writeSync(options, full)
  await saveHere(options, text(1) + '# a comment\n'.repeat(20))
  await saveHere(options, incompressible(text(2), 12_000))
  await waitForSyncTrouble(options, /^This list is too large/)
  expect(await textInForce(options)).toBe(incompressible(text(2), 12_000))
  expect(await readSync(options)).toMatchObject(full)
})

test('saves in quick succession are few writes, and the last one is in sync, however often the script is stopped', async ({
  driver,
}) => {
  test.slow()
  const options = await openOptions(driver)
  await saveHere(options, text(0))
  await waitUntilSynced(options)
  await options.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: { onChanged: { addListener(listener: (changes: object, area: string) => void): void } }
      }
    }
    Object.assign(globalThis, { writes: 0 })
    chrome.storage.onChanged.addListener((changes, area) => {
      if (area === 'sync' && 'configuration' in changes)
        (globalThis as unknown as { writes: number }).writes++
    })
  })
  const saves = 12
  for (let number = 1; number <= saves; number++) {
    await saveHere(options, text(number))
    if (number % 3 === 0) await driver.stopBackground()
  }
  const items = await waitUntilSynced(options, 90_000)
  expect(await textInForce(options)).toBe(text(saves))
  const writes = await options.evaluate(() => (globalThis as unknown as { writes: number }).writes)
  expect(writes).toBeLessThan(saves)
  test.info().annotations.push({ type: 'count', description: `${saves} saves, 4 stops, ${writes} writes` })
  expect(items.configuration).toMatchObject({ chunks: 1 })
})

test('more writes than Chromium allows in a minute are made up for', async ({ launchDriver }) => {
  test.setTimeout(180_000)
  const driver = await launchDriver()
  test.skip(driver.name === 'firefox', 'Firefox limits no number of writes.')
  const options = await openOptions(driver)
  await options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { sync: { set(items: object): Promise<void> } } }
    }
    for (let write = 0; write < 121; write++) await chrome.storage.sync.set({ write }).catch(() => {})
  })
  await saveHere(options, text(1))
  await waitForSyncTrouble(options, refused)
  const [state] = await options.sync.states()
  expect(state).toContain('MAX_WRITE_OPERATIONS_PER_MINUTE')
  await waitUntilSynced(options, 120_000)
  await driver.close()
})
