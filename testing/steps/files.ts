import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { optionsPage } from '../pages/options-page'
import { waitForStatus } from './configure'

/**
 * Imports the file's text in place of the list. It is saved at once, unless the editor has unsaved changes. Returns what the
 * page offers to undo.
 */
export async function importFile(options: Surface, path: string): Promise<string> {
  await options.setFiles({ label: 'Import file' }, path)
  await options.click({ role: 'radio', name: /^Replace the whole list/ })
  await options.click({ role: 'button', name: /^(Import|Replace \d+ roles?)$/ })
  return waitForStatus(options, /^Imported/)
}

/** Chooses the files while there is no list, and saves their list as it is. Returns what the page says. */
export async function startWith(options: Surface, ...paths: readonly string[]): Promise<string> {
  await options.setFiles({ label: 'Choose a file' }, ...paths)
  await waitFor('the roles', async () => (await options.all({ role: 'heading', name: /roles? found$/ }))[0])
  for (const name of [/^Color by name/, /^Ask before switching to the/]) {
    const [choice] = await options.all({ role: 'checkbox', name })
    if (choice?.checked) await options.click({ role: 'checkbox', name })
  }
  await options.click({ role: 'button', name: /^Add \d+ roles?$/ })
  return waitForStatus(options, /^Saved /)
}

/** Exports the list and returns the bytes of the saved file. */
export async function exportFile(driver: Driver, options: Surface): Promise<Buffer> {
  const path = join(driver.downloads, 'rolecall.ini')
  await rm(path, { force: true })
  await optionsPage(options).pressExport(/^Your list/)
  return waitFor('the exported file', async () => {
    const bytes = await readFile(path)
    // Firefox first creates an empty file to reserve the name.
    return bytes.length > 0 ? bytes : undefined
  })
}
