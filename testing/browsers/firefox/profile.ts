import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../wait'
import type { Session } from './session'

declare const Services: {
  readonly prefs: { setBoolPref(name: string, value: boolean): void; savePrefFile(file: null): void }
}

/**
 * Makes Firefox keep the extension's stored data, and the host of its URLs, which the data is bound to, for the next
 * launch. Firefox uninstalls a temporary add-on when it ends. Must be called after the installation: Firefox takes an
 * add-on that is installed with these preferences for one with data in an old format.
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

/** Removes the copies of older preferences that puppeteer would restore when the browser ends. */
export async function forgetBackups(profile: string): Promise<void> {
  for (const name of ['prefs.js', 'user.js']) await rm(join(profile, `${name}.puppeteer`), { force: true })
}
