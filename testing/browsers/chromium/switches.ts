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
    // By default this computer's own hosts are reached without the proxy.
    '--proxy-bypass-list=<-loopback>',
    '--disable-quic',
    // Otherwise Chromium asks for updates of its parts, and takes part in Google's experiments.
    '--disable-component-update',
    '--disable-field-trial-config',
    `--disable-features=${requestingFeatures}`,
    // The first lets a tab in the background be pictured; the second saves a request of Chromium's own.
    '--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies',
    '--no-default-browser-check',
    // A page that is kept for going back keeps its process and memory.
    '--disable-back-forward-cache',
    // These save a fifth of a test's time. Otherwise a few pages take nine processes and an emulated graphics card.
    '--disable-gpu',
    '--disable-site-isolation-trials',
    '--renderer-process-limit=1',
    '--window-size=1280,900',
    // A headless screen is 800 by 600 by default, which clips the popup.
    '--screen-info={1600x1200}',
    // The remaining requests to Google's hosts at startup. Chromium never connects to port 1.
    '--gaia-url=https://127.0.0.1:1',
    '--component-updater=url-source=about:blank',
    // Chromium would ask Google's server how to fill in the fields of AWS's own switch form.
    '--autofill-server-url=https://127.0.0.1:1',
    // The sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.restoreTabs ? ['--restore-last-session'] : []),
    ...(options.chromiumSwitches ?? []),
  ]
}

/** Parts of Chromium that make requests of their own, or that change the pages' requests. */
const requestingFeatures = [
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
]

/** Returns Chromium's hash of a certificate, which is the server's own or one that the server sends with it. */
function keyHash(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64')
}
