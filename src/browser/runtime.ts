import { browser } from './api'

/** Returns the extension's version, as in `1.2.3`. */
export function version(): string {
  return browser.runtime.getManifest().version
}

/** Whether this is Firefox, the only browser with containers. */
export const hasContainers = browser.runtime.getURL('').startsWith('moz-extension:')
