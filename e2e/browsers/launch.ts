import type { BrowserName, Driver, LaunchOptions } from './driver'

/** Starts a browser with a fresh profile and the extension; `close` ends it and removes the profile. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  // Only the library of the browser that is asked for is loaded: puppeteer alone takes half a second.
  if (name === 'chromium') return (await import('./chromium/chromium')).launchChromium(options)
  return (await import('./firefox/firefox')).launchFirefox(options)
}
