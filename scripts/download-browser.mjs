// Downloads browsers on systems without Debian's packages: Chrome for Testing, and Firefox.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers'
import { browserName, downloadFolder, pathFile } from '../testing/browsers/executables.mjs'

/** @typedef {import('../testing/browsers/driver').BrowserName} BrowserName */

/**
 * @typedef {object} Source
 * @property {string} [baseUrl] the folder with the files, instead of the makers' own
 * @property {string} [buildId] the version, instead of the latest stable one
 * @property {string} [folder] where to put the browser
 */

const kinds = /** @type {const} */ ({ chromium: Browser.CHROME, firefox: Browser.FIREFOX })

/**
 * Downloads a browser, and saves its path where `findExecutable` looks for it. Rejects if the host can't be reached or
 * has no browser for this machine.
 * @param {BrowserName} browser
 * @param {Source} source
 * @returns {Promise<string>} the path of the executable
 */
export async function downloadBrowser(browser, { baseUrl, buildId, folder = downloadFolder } = {}) {
  const platform = detectBrowserPlatform()
  if (!platform) throw new Error(`There’s no build of ${browserName(browser)} for this kind of machine.`)
  const kind = kinds[browser]
  const { executablePath } = await install({
    browser: kind,
    platform,
    buildId: buildId ?? (await resolveBuildId(kind, platform, 'stable')),
    cacheDir: folder,
    ...(baseUrl !== undefined && { baseUrl }),
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, pathFile(browser)), executablePath)
  return executablePath
}

/**
 * Asks whether to download the browsers. In CI, where nobody can answer, the answer is yes. Without a terminal it's no.
 * @param {readonly BrowserName[]} browsers
 * @returns {Promise<boolean>}
 */
export async function mayDownload(browsers) {
  if (process.env.CI) return true
  if (!process.stdin.isTTY) return false
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const names = browsers.map(browserName).join(' and ')
  const answer = await lines.question(
    `Download ${names} into ${downloadFolder} (some hundred megabytes)? [y/N] `,
  )
  lines.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
