import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'

export const editor = { role: 'textbox', name: 'Configuration' } as const

/** Writes the text into the options page, in a new tab, and saves it. Gives the options page. */
export async function configure(driver: Driver, text: string): Promise<Surface> {
  const options = await driver.openOptions()
  await options.fill(editor, text)
  await save(options)
  return options
}

/** Presses Save and waits until the page says that it is done. Gives what it says. */
export async function save(options: Surface): Promise<string> {
  await options.click({ role: 'button', name: 'Save' })
  return waitForStatus(options, /^Saved: /)
}

/** Waits until the options page's status begins so, and gives it. */
export function waitForStatus(options: Surface, start: RegExp): Promise<string> {
  return waitFor(`the status ${start}`, async () =>
    (await options.all({ role: 'status' })).map(({ text }) => text).find(text => start.test(text)),
  )
}
