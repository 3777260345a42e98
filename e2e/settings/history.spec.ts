import { expect, test } from '../../testing/browser-test'
import { incompressible } from '../../testing/generators/incompressible'
import { configure, openOptions, save } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'
import { waitForPreview } from '../../testing/steps/preview'

interface Extension {
  readonly chrome: {
    readonly storage: {
      readonly local: { set(items: object): Promise<void>; getBytesInUse(keys: null): Promise<number> }
    }
  }
}

const first = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'
const second = first.replace('Operator', 'Reader')

test('a saved version is compared with the text, and restored', async ({ driver }) => {
  const options = await configure(driver, first)
  await waitForPreview(options, 1)
  await options.write(second)
  await save(options)
  await expect.poll(options.history.count).toBe(2)
  await options.history.compareOldest()
  await expect.poll(options.dialog.removedLines).toEqual(['− role_name = Reader'])
  await expect.poll(options.dialog.addedLines).toEqual(['+ role_name = Operator'])
  await options.click({ role: 'button', name: 'Restore' })
  await expect(options).not.toShow({ role: 'dialog' })
  expect((await exportFile(driver, options)).toString()).toBe(first)
  await expect(options).toHaveInForce(first)
  await options.undo()
  await expect(options).toHaveInForce(second)
})

test('a save that is cut off after its first write has the text in the history all the same', async ({
  driver,
}) => {
  const options = await configure(driver, first)
  await options.evaluate(() => {
    const { local } = (globalThis as unknown as Extension).chrome.storage
    const set = local.set.bind(local)
    local.set = async items => {
      if ('configuration' in items) local.set = () => new Promise(() => {})
      await set(items)
    }
  })
  await options.write(second)
  await options.press('Control+s')
  await expect(options).toHaveInForce(second)
  const again = await openOptions(driver)
  await expect.poll(again.history.count).toBe(2)
})

test('a full storage keeps the text that gives way, and says that older ones had to go', async ({
  driver,
}) => {
  test.slow()
  test.skip(driver.name === 'firefox', 'Firefox takes as much as the disk does.')
  const options = await configure(driver, first)
  for (let version = 1; version <= 3; version++) {
    await options.write(incompressible(first, 200_000 + 1_000 * version))
    await save(options)
  }
  await options.evaluate(async () => {
    const { local } = (globalThis as unknown as Extension).chrome.storage
    const [quota, used] = [10_485_760, await local.getBytesInUse(null)]
    // The new text needs more than this, but less than the older ones free.
    await local.set({ filler: 'x'.repeat(quota - used - 100_000) })
  })
  await options.write(incompressible(second, 300_000))
  const told = await save(options)
  expect(told).toContain('Saved 1 role')
  await expect.poll(options.statuses).toMatch(/storage is full, so \d older lists? /)
  await expect.poll(options.history.count).toBe(2)
  await options.history.compareOldest()
  await expect(options).toShow({ role: 'dialog' })
})

test('the last 20 saved versions are kept, on this computer only', async ({ driver }) => {
  const options = await configure(driver, first)
  for (let version = 1; version <= 20; version++) {
    await options.write(`${first}# ${version}`)
    await options.press('Control+s')
    await expect.poll(options.statuses).toContain('Saved 1 role')
  }
  await expect.poll(options.history.count).toBe(20)
  await options.history.compareOldest()
  await expect.poll(options.dialog.addedLines).toEqual(['+ # 1'])
  const keys = await options.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { sync: { get(): Promise<object> } } } }
    return Object.keys(await chrome.storage.sync.get())
  })
  expect(keys).not.toContain('history')
})
