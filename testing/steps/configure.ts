import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { expectTimeoutMs } from '../expect-timing'
import { type OptionsPage, optionsPage } from '../pages/options-page'

/** Opens the options page in a new tab, and waits until it's complete, which is after it has checked the text. */
export async function openOptions(driver: Driver): Promise<OptionsPage> {
  const options = optionsPage(await driver.openOptions())
  await waitFor('the options page', options.isReady)
  return options
}

/** Returns the tabs that show the options page, whoever opened them. */
export async function optionsTabs(driver: Driver): Promise<readonly Surface[]> {
  const url = driver.extensionUrl('options/index.html')
  const tabs = await driver.tabs()
  const urls = await Promise.all(tabs.map(({ surface }) => surface.url()))
  return tabs.filter((_tab, index) => urls[index]?.startsWith(url)).map(({ surface }) => surface)
}

/** Waits for the options page that the extension opens by itself, and until it's complete. */
export async function openedOptions(driver: Driver): Promise<OptionsPage> {
  const options = optionsPage(
    await waitFor('the options page', async () => (await optionsTabs(driver)).at(-1)),
  )
  await waitFor('the options page', options.isReady)
  return options
}

/**
 * Writes the text into the options page in a new tab and saves it, within `timeout` milliseconds. Returns the options
 * page.
 */
export async function configure(driver: Driver, text: string, timeout?: number): Promise<OptionsPage> {
  const options = await openOptions(driver)
  await options.write(text)
  await save(options, timeout)
  return options
}

/** Presses Save, waits until the page says that it's done, and returns its message. */
export async function save(options: Surface, timeout?: number): Promise<string> {
  await options.click({ role: 'button', name: 'Save' })
  return waitForStatus(options, /^Saved /, timeout)
}

/** Waits until the options page's status begins this way, and returns it. */
export function waitForStatus(options: Surface, start: RegExp, timeout = expectTimeoutMs): Promise<string> {
  return waitFor(
    `the status ${start}`,
    async () =>
      (await options.all({ role: 'status' })).map(({ text }) => text).find(text => start.test(text)),
    { timeout },
  )
}
