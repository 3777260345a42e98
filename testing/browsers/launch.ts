import { launchChromium } from './chromium/chromium'
import type { BrowserName, Driver, LaunchOptions } from './driver'
import { launchFirefox } from './firefox/firefox'

/** Starts a browser with the extension, in a new profile unless one is given. `close` ends it. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options)
}
