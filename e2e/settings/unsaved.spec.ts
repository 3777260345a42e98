import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { editor } from '../../testing/pages/editor'
import type { OptionsPage } from '../../testing/pages/options-page'
import { inflate, stored } from '../../testing/pages/stored'
import { configure, openOptions, save, waitForStatus } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'
import { readSync, textInForce, waitUntilSynced } from '../../testing/steps/sync'

const text = '[payments]\naws_account_id = 444455556666\nrole_name = Operator\n'

test('the page asks before unsaved changes are lost, until Ctrl+S saves them', async ({ driver }) => {
  const options = await configure(driver, text)
  // The browser's request to a page before leaving it. The question itself is the browser's own window.
  const asks = () => options.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await asks()).toBe(false)
  await options.click(editor)
  await options.type('#')
  await expect.poll(asks).toBe(true)
  await expect.poll(options.title).toMatch(/^• /)
  await options.press('Control+s')
  await waitForStatus(options, /^Saved /)
  await expect.poll(asks).toBe(false)
})

const secrets = /AKIAIOSFODNN7|wJalrXUtnFEMI/
const more = `${text}\n[archive]\naws_account_id = 222233334444\nrole_name = Reader\n`

test('a text that isn’t saved survives its page, without access keys and outside of sync', async ({
  driver,
}) => {
  const options = await configure(driver, text)
  const items = await waitUntilSynced(options)
  const keys =
    'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'
  await options.write(more + keys)
  await waitForDrafts(options, 1)
  expect(JSON.stringify(await options.evaluate(readAll))).not.toMatch(secrets)
  expect(await readSync(options)).toEqual(items)
  // Like the end of the browser or the extension, without a question.
  await leave(driver, options)

  const again = await openOptions(driver)
  await waitForStatus(again, /^Your unsaved changes from .* are back\./)
  const left = (await exportFile(driver, again)).toString()
  expect(left.startsWith(more)).toBe(true)
  expect(left).not.toMatch(secrets)
  expect(await textInForce(again)).toBe(text)
  await save(again)
  expect(await textInForce(again)).toBe(left)
  await waitForDrafts(again, 0)
})

test('each page keeps its own unsaved text, and only one brings it back', async ({ driver }) => {
  const one = await configure(driver, text)
  await one.write(more)
  await waitForDrafts(one, 1)
  // While its page is open, the draft belongs only to that page.
  const two = await openOptions(driver)
  expect((await exportFile(driver, two)).toString()).toBe(text)
  await two.write(`; of two\n${text}`)
  await waitForDrafts(two, 2)
  await leave(driver, one)
  await leave(driver, two)

  const texts: string[] = []
  for (let count = 0; count < 3; count++) {
    texts.push((await exportFile(driver, await openOptions(driver))).toString())
  }
  expect(texts).toEqual([`; of two\n${text}`, more, text])
})

test('what is saved in another page while a text waits unsaved is told of when it comes back', async ({
  driver,
}) => {
  const one = await configure(driver, text)
  await one.write(more)
  await waitForDrafts(one, 1)
  await leave(driver, one)
  const two = await openOptions(driver)
  await waitForStatus(two, /are back\./)
  const three = await openOptions(driver)
  await three.write(`; of three\n${text}`)
  await save(three)
  await expect.poll(two.alerts).toMatch(/saved in another window/)
  await leave(driver, two)
  const four = await openOptions(driver)
  await waitForStatus(four, /are back\./)
  await expect.poll(four.alerts).toMatch(/saved in another window/)
  expect((await exportFile(driver, four)).toString()).toBe(more)
})

test('what is kept as unsaved is never a text that was saved before', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.evaluate(recordChanges)
  // Several hundred roles, so that the page hasn't checked one text when the next is written.
  const textOf = (number: number) =>
    Array.from(
      { length: 300 + number },
      (_, index) => `[save-${number}-${index}]\naws_account_id = 111122223333\nrole_name = Reader\n`,
    ).join('\n')
  const numberOf = (text: string) => Number(/save-(\d+)-/.exec(text)?.[1] ?? 0)
  for (let number = 1; number <= 6; number++) {
    await options.write(textOf(number))
    await options.press('Control+s')
    await waitForStatus(options, new RegExp(`^Saved ${300 + number} roles`))
  }
  await waitForDrafts(options, 0)

  const kept: { readonly draft: number; readonly saved: number }[] = []
  let saved = 0
  for (const { configuration, drafts } of await options.evaluate(() => changesOfStorage)) {
    saved = configuration === null ? saved : numberOf(configuration)
    for (const data of drafts) kept.push({ draft: numberOf(inflate(data)), saved })
  }
  expect(kept.filter(({ draft, saved }) => draft <= saved)).toEqual([])
})

test('an update waits as long as a text isn’t saved', async ({ driver }) => {
  test.skip(driver.cannot.tellOfHeldUpdate !== undefined, driver.cannot.tellOfHeldUpdate)
  const options = await configure(driver, text)
  expect(await driver.holdsUpdate()).toBe(false)
  await options.write(more)
  await expect.poll(() => driver.holdsUpdate()).toBe(true)
  await save(options)
  await expect.poll(() => driver.holdsUpdate()).toBe(false)
})

interface Change {
  readonly configuration: string | null
  readonly drafts: readonly string[]
}

interface Changes {
  readonly configuration?: { readonly newValue: { readonly value: string } }
  readonly drafts?: { readonly newValue?: { readonly value: readonly { readonly data: string }[] } }
}

declare const chrome: {
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<object>
      readonly onChanged: { addListener(listener: (changes: Changes) => void): void }
    }
  }
}
declare let changesOfStorage: Change[]

/** Runs in the page. Records all later writes of text and drafts, in order. */
function recordChanges(): void {
  Object.assign(globalThis, { changesOfStorage: [] })
  chrome.storage.local.onChanged.addListener(({ configuration, drafts }) => {
    changesOfStorage.push({
      configuration: configuration?.newValue.value ?? null,
      drafts: drafts?.newValue?.value.map(({ data }) => data) ?? [],
    })
  })
}

function readAll(): Promise<object> {
  return chrome.storage.local.get(null)
}

/** Closes a page without its question. Opens another tab first, because Firefox keeps a window's last one. */
async function leave(driver: Driver, options: OptionsPage): Promise<void> {
  await options.evaluate(() =>
    addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: true }),
  )
  await driver.open(driver.extensionUrl('icons/16.png'))
  await options.close()
}

async function waitForDrafts(options: OptionsPage, count: number): Promise<void> {
  await expect(async () => {
    const drafts = (await stored(options, 'drafts')) as { readonly value: readonly unknown[] } | undefined
    expect(drafts?.value ?? []).toHaveLength(count)
  }).toPass()
}
