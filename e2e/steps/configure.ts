import type { Driver, Surface } from '../browsers/driver'
import { expect } from '../test'
import { eventually } from './eventually'

export const editor = { role: 'textbox', name: 'Configuration' } as const

/** Writes the text into the options page, in a new tab, and saves it. Gives the options page. */
export async function configure(driver: Driver, text: string): Promise<Surface> {
  const options = await driver.openOptions()
  await options.fill(editor, text)
  await save(options)
  return options
}

/** Presses Save and waits until the page says that it is done. */
export async function save(options: Surface): Promise<void> {
  await options.click({ role: 'button', name: 'Save' })
  await expectStatus(options, /^Saved: /)
}

/** Waits until the page says so. */
export async function expectStatus(options: Surface, sentence: RegExp): Promise<void> {
  await eventually(async () => {
    const [status] = await options.all({ role: 'status' })
    expect(status?.text).toMatch(sentence)
  })
}
