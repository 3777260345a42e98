import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../wait'
import type { Session } from './session'

declare const Services: {
  readonly prefs: { setBoolPref(name: string, value: boolean): void; savePrefFile(file: null): void }
}

/**
 * Has Firefox keep what the extension stored, and the host of its URLs, on which that hangs, for the next launch: as a
 * temporary add-on it is uninstalled when the browser ends. To be called when it is installed, since Firefox takes
 * one that is installed with these preferences for one with data of an old format.
 */
export async function keepStored(session: Session, profile: string): Promise<void> {
  await session.inWindow(() => {
    Services.prefs.setBoolPref('extensions.webextensions.keepStorageOnUninstall', true)
    Services.prefs.setBoolPref('extensions.webextensions.keepUuidOnUninstall', true)
    Services.prefs.savePrefFile(null)
  })
  await waitFor('the preferences to be saved', async () => {
    const saved = await readFile(join(profile, 'prefs.js'), 'utf8')
    return saved.includes('keepUuidOnUninstall')
  })
}

/** Removes the copies of older preferences that puppeteer would put back when the browser ends. */
export async function forgetBackups(profile: string): Promise<void> {
  for (const name of ['prefs.js', 'user.js']) await rm(join(profile, `${name}.puppeteer`), { force: true })
}
