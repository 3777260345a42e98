import { browser } from './api'

/** Returns the extension's version, as in `1.2.3`. */
export function version(): string {
  return browser.runtime.getManifest().version
}

/** Whether this is Firefox, the only browser with containers. */
export const hasContainers = browser.runtime.getURL('').startsWith('moz-extension:')

/** Whether an administrator's policy installed the extension. Needs no permission, since it only asks about itself. */
export async function isInstalledByAdministrator(): Promise<boolean> {
  return (await browser.management.getSelf()).installType === 'admin'
}
