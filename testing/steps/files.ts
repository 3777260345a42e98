import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { waitForStatus } from './configure'

/** Chooses the file and takes its text in place of the one in the editor. It isn't saved yet. */
export async function importFile(options: Surface, path: string): Promise<string> {
  await options.setFiles({ label: 'Import file' }, path)
  await options.click({ role: 'radio', name: /^Replace the whole list/ })
  await options.click({ role: 'button', name: 'Import' })
  return waitForStatus(options, /^Imported/)
}

/** Presses Export and gives the bytes of the file that the browser saved. */
export async function exportFile(driver: Driver, options: Surface): Promise<Buffer> {
  const path = join(driver.downloads, 'rolecall.ini')
  await rm(path, { force: true })
  await options.click({ role: 'button', name: 'Export' })
  return waitFor('the exported file', async () => {
    const bytes = await readFile(path)
    // Firefox first makes an empty file of the name, to keep the place.
    return bytes.length > 0 ? bytes : undefined
  })
}
