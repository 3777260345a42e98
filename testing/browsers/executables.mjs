// JavaScript, since scripts/setup.mjs looks for the browsers before a compiler is installed.
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** @typedef {import('./driver').BrowserName} BrowserName */
/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** @type {Readonly<Record<BrowserName, { title: string, variable: string, commands: readonly string[], debian: string }>>} */
const known = {
  chromium: {
    title: 'Chromium',
    variable: 'ROLECALL_CHROMIUM',
    // Google's own Chrome isn't among them: it no longer takes --load-extension.
    commands: ['chromium', 'chromium-browser'],
    debian: 'chromium',
  },
  firefox: {
    title: 'Firefox',
    variable: 'ROLECALL_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    debian: 'firefox-esr',
  },
}

const usualFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin']

/** The folder that scripts/download-browser.mjs puts the browsers in. */
export const downloadFolder = resolve(import.meta.dirname, '../../.browsers')

/**
 * Returns the name of the file in that folder that holds the path of a downloaded browser.
 * @param {BrowserName} browser
 * @returns {string}
 */
export function pathFile(browser) {
  return `${browser}.path`
}

/**
 * Returns the path of the browser to drive. ROLECALL_CHROMIUM or ROLECALL_FIREFOX comes first, then the first one found
 * on the PATH and in the usual folders, then the downloaded one. Throws one sentence that says what to do if there is
 * none.
 * @param {BrowserName} browser
 * @param {Environment} environment
 * @param {(path: string) => boolean} isExecutable
 * @returns {string}
 */
export function findExecutable(browser, environment = process.env, isExecutable = canExecute) {
  const found = searchExecutable(browser, environment, isExecutable)
  if (found === undefined) throw new Error(howToInstall([browser]))
  return found
}

/**
 * Like `findExecutable`, but returns undefined if there is none. Throws if a variable names a file that can't be run.
 * @param {BrowserName} browser
 * @param {Environment} environment
 * @param {(path: string) => boolean} isExecutable
 * @param {string} downloads
 * @returns {string | undefined}
 */
export function searchExecutable(
  browser,
  environment = process.env,
  isExecutable = canExecute,
  downloads = downloadFolder,
) {
  const { variable, commands } = known[browser]
  const chosen = environment[variable]
  if (chosen) {
    if (isExecutable(chosen)) return chosen
    throw new Error(`${variable} names ${chosen}, which is not an executable file.`)
  }
  const folders = [...(environment.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders]
  const paths = commands.flatMap(command => folders.map(folder => join(folder, command)))
  return [...paths, ...downloaded(browser, downloads)].find(isExecutable)
}

/**
 * Returns one sentence that says what to do if these browsers are missing.
 * @param {readonly BrowserName[]} browsers
 * @returns {string}
 */
export function howToInstall(browsers) {
  const all = browsers.map(browser => known[browser])
  const [were, them, paths] = all.length > 1 ? ['were', 'them', 'their paths'] : ['was', 'it', 'its path']
  const titles = all.map(({ title }) => title).join(' and ')
  const variables = all.map(({ variable }) => variable).join(' and ')
  return `${titles} ${were} not found: install ${them} (on Debian “apt-get install ${all.map(({ debian }) => debian).join(' ')}”) or set ${variables} to ${paths}.`
}

/**
 * @param {BrowserName} browser
 * @param {string} downloads
 * @returns {readonly string[]}
 */
function downloaded(browser, downloads) {
  const file = join(downloads, pathFile(browser))
  return existsSync(file) ? [readFileSync(file, 'utf8')] : []
}

/**
 * Returns the browser's usual name, for messages.
 * @param {BrowserName} browser
 * @returns {string}
 */
export function browserName(browser) {
  return known[browser].title
}

/**
 * The Debian package of a browser.
 *
 * @param {BrowserName} browser
 * @returns {string}
 */
export function debianPackage(browser) {
  return known[browser].debian
}

/** @param {string} path */
function canExecute(path) {
  try {
    accessSync(path, constants.X_OK)
    return !leadsToMissingSnap(path)
  } catch {
    return false
  }
}

/**
 * Whether the file is the script in Ubuntu's packages that only tells the user to install a snap.
 * @param {string} path
 */
function leadsToMissingSnap(path) {
  const start = readStart(path)
  const snap = start.startsWith('#!') ? /\/snap\/bin\/[\w.-]+/.exec(start)?.[0] : undefined
  return snap !== undefined && !existsSync(snap)
}

/** @param {string} path */
function readStart(path) {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(4096)
    return start.toString('latin1', 0, readSync(file, start))
  } finally {
    closeSync(file)
  }
}
