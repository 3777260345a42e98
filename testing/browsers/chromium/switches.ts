import { createHash, X509Certificate } from 'node:crypto'
import { resolve } from 'node:path'
import type { LaunchOptions } from '../driver'

/**
 * Returns Chromium's command line, in addition to Puppeteer's own, which already turns most background requests off.
 */
export function switches(extension: string, options: LaunchOptions): readonly string[] {
  const extensions = [extension, ...(options.otherExtension ? [resolve(options.otherExtension)] : [])].join(
    ',',
  )
  return [
    `--disable-extensions-except=${extensions}`,
    `--load-extension=${extensions}`,
    // Puppeteer's own option misses a tab that the extension opens if it loads before Puppeteer sees it.
    options.authorities
      ? `--ignore-certificate-errors-spki-list=${options.authorities.map(keyHash)}`
      : '--ignore-certificate-errors',
    `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
    '--proxy-bypass-list=<-loopback>',
    '--disable-quic',
    // Gives elements their role and name as properties. The protocol's search for them takes seconds in a large page.
    '--enable-blink-features=ComputedAccessibilityInfo',
    // A headless browser has no mouse otherwise.
    '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
    '--disable-back-forward-cache',
    '--disable-field-trial-config',
    // These save a fifth of a test's time. Otherwise a few pages take nine processes and an emulated graphics card.
    '--disable-gpu',
    '--disable-site-isolation-trials',
    '--renderer-process-limit=1',
    '--window-size=1280,900',
    // A headless screen is 800 by 600 by default, which clips the popup.
    '--screen-info={1600x1200}',
    '--no-default-browser-check',
    // The remaining requests to Google's hosts at startup. Chromium never connects to port 1.
    '--gaia-url=https://127.0.0.1:1',
    '--component-updater=url-source=about:blank',
    '--disable-component-update',
    '--disable-features=NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch',
    '--enable-features=SkipListAccountsWithoutGaiaCookies',
    // Chromium would ask Google's server how to fill in the fields of AWS's own switch form.
    '--autofill-server-url=https://127.0.0.1:1',
    // The sandbox refuses to run as root, and some systems allow it only to installed programs.
    '--no-sandbox',
    ...(options.restoreTabs ? ['--restore-last-session'] : []),
    ...(options.chromiumSwitches ?? []),
  ]
}

/** Returns Chromium's hash of a certificate, which is the server's own or one that the server sends with it. */
function keyHash(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64')
}
