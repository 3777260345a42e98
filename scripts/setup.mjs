// Installs missing programs: `node scripts/setup.mjs chromium firefox aws nginx`. It's JavaScript without dependencies,
// because it runs on machines that have only Node, npm and git.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  browserName,
  debianPackage,
  howToInstall,
  searchExecutable,
} from '../testing/browsers/executables.mjs'
import { nginxFolder, searchNginx } from '../testing/nginx/search-nginx.mjs'

/** @typedef {import('../testing/browsers/driver').BrowserName} BrowserName */

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
try {
  requireNode()
  installPackages()
  const programs = process.argv.slice(2)
  const others = ['aws', 'nginx', 'display', 'fonts']
  await installBrowsers(
    /** @type {readonly BrowserName[]} */ (programs.filter(name => !others.includes(name))),
  )
  if (programs.includes('aws')) installAwsCli()
  if (programs.includes('nginx')) unpackNginx()
  if (programs.includes('display')) install('xvfb', 'imagemagick')
  if (programs.includes('fonts')) install('fonts-inter')
  if (isInstalled('chromium')) install('chromium-l10n', 'fonts-ipaexfont-gothic')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function requireNode() {
  const [wanted, have] = [readJson('package.json').engines.node.replace('>=', ''), process.versions.node]
  if (versionNumber(have) >= versionNumber(wanted)) return
  throw new Error(`Rolecall needs Node ${wanted} or later, but this is ${have}. Install a newer version.`)
}

/** @param {string} version */
function versionNumber(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

function installPackages() {
  if (hasPackages()) return
  console.log('Installing the npm packages')
  // On Windows npm is a script, which only a shell can run.
  const shell = process.platform === 'win32'
  const { status } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: 'inherit', shell },
  )
  if (status !== 0) throw new Error('npm couldn’t install the packages. Its messages are above.')
}

/** Whether node_modules has the versions in package-lock.json. npm keeps its own list of installed packages there. */
function hasPackages() {
  try {
    const installed = readJson('node_modules/.package-lock.json').packages
    const { '': _, ...wanted } = readJson('package-lock.json').packages
    return Object.entries(wanted).every(([path, { version, optional }]) =>
      path in installed ? installed[path].version === version : optional,
    )
  } catch {
    return false
  }
}

/**
 * Installs Debian's packages or, if they aren't available, the makers' own builds.
 * @param {readonly BrowserName[]} browsers
 */
async function installBrowsers(browsers) {
  const isMissing = (/** @type {BrowserName} */ browser) => searchExecutable(browser) === undefined
  const missing = browsers.filter(isMissing)
  const root = missing.length > 0 ? asRoot() : undefined
  if (root) apt(root, 'update')
  for (const browser of root ? missing : []) {
    console.log(`Installing ${debianPackage(browser)}`)
    apt(root ?? [], 'install', '-y', '--no-install-recommends', debianPackage(browser))
  }
  // Ubuntu's packages install nothing that can be driven.
  const stillMissing = missing.filter(isMissing)
  if (stillMissing.length === 0) return
  // This needs the npm packages, which are installed by now.
  const { downloadBrowser, mayDownload } = await import('./download-browser.mjs')
  if (!(await mayDownload(stillMissing))) throw new Error(howToInstall(stillMissing))
  for (const browser of stillMissing) {
    console.log(`Downloading ${browserName(browser)}`)
    await downloadBrowser(browser)
  }
}

/** Installs the AWS CLI. Tests that need it are skipped if it can't be installed. */
function installAwsCli() {
  const root = spawnSync('aws', ['--version']).status === 0 ? undefined : asRoot()
  if (!root) return
  console.log('Installing awscli')
  apt(root, 'update')
  apt(root, 'install', '-y', '--no-install-recommends', 'awscli')
}

/**
 * Unpacks nginx next to the npm packages. Installing its package would start a web server on this machine. The recipe's
 * tests are skipped if nginx is missing.
 */
function unpackNginx() {
  const root = searchNginx() === undefined ? asRoot() : undefined
  if (!root) return
  console.log('Unpacking nginx')
  apt(root, 'update')
  const folder = resolve(nginxFolder)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  spawnSync('apt-get', ['download', 'nginx'], { cwd: folder, stdio: 'ignore' })
  const name = readdirSync(folder).find(name => name.endsWith('.deb'))
  if (name) spawnSync('dpkg-deb', ['--extract', join(folder, name), folder])
}

/**
 * Installs optional packages, if possible. They give Chromium its Japanese translations, which Debian packages
 * separately, and a font with the characters.
 * @param {readonly string[]} names
 */
function install(...names) {
  const missing = names.filter(name => !isInstalled(name))
  const root = missing.length > 0 ? asRoot() : undefined
  if (!root) return
  console.log(`Installing ${missing.join(' and ')}`)
  apt(root, 'update')
  apt(root, 'install', '-y', '--no-install-recommends', ...missing)
}

/** @param {string} name */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg', ['--status', name], { encoding: 'utf8' })
  return /^Status: install ok installed$/m.test(stdout ?? '')
}

/**
 * Returns the words to put before a command so that root runs it. Undefined if that needs a password, or if there is no
 * apt-get.
 * @returns {readonly string[] | undefined}
 */
function asRoot() {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive']
  if (process.getuid?.() === 0) return environment
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', ...environment] : undefined
}

/**
 * Runs apt-get and shows only its errors. If a package couldn't be installed, callers notice that it's missing.
 * @param {readonly string[]} root
 * @param {readonly string[]} args
 */
function apt([program = 'env', ...root], ...args) {
  const command = [...root, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args]
  const { stderr } = spawnSync(program, command, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  for (const line of stderr.split('\n').filter(line => line.startsWith('E:'))) console.error(line)
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
