import type { BrowserName, Driver, LaunchOptions } from './driver'

/** Starts a browser with the extension, in a new profile unless one is given. `close` ends it. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  // Loads only the library of the requested browser: puppeteer alone takes half a second.
  if (name === 'chromium') return (await import('./chromium/chromium')).launchChromium(options)
  return (await import('./firefox/firefox')).launchFirefox(options)
}
