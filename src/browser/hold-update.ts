import { browser } from './api'

/**
 * Has an update of the extension wait until `signal` aborts, and after that until the browser is started again, if one has come.
 * Firefox installs an update at once, and closes the extension's pages, unless somebody listens for it (`addUpgradeListener` in its
 * `XPIInstall.sys.mjs`). Chromium waits while a page of the extension's is open.
 * Source: https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUpdateAvailable
 */
export function holdUpdate(signal: AbortSignal): void {
  const { onUpdateAvailable } = browser.runtime
  const listener = () => {}
  onUpdateAvailable.addListener(listener)
  signal.addEventListener('abort', () => onUpdateAvailable.removeListener(listener))
}
