// Installs what is missing of the programs named as arguments: `node scripts/setup.mjs chromium firefox aws nginx`.
// JavaScript without dependencies, since this runs on a machine that has only Node, npm and git.
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
  const others = ['aws', 'nginx', 'display']
  await installBrowsers(
    /** @type {readonly BrowserName[]} */ (programs.filter(name => !others.includes(name))),
  )
  if (programs.includes('aws')) installAwsCli()
  if (programs.includes('nginx')) unpackNginx()
  if (programs.includes('display')) install('xvfb', 'imagemagick')
  if (isInstalled('chromium')) install('chromium-l10n', 'fonts-ipaexfont-gothic')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function requireNode() {
  const [wanted, have] = [readJson('package.json').engines.node.replace('>=', ''), process.versions.node]
  if (versionNumber(have) >= versionNumber(wanted)) return
  throw new Error(`Rolecall needs Node ${wanted} or later, and this is ${have}: install a newer one.`)
}

/** @param {string} version */
function versionNumber(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

function installPackages() {
  if (hasPackages()) return
  console.log('Installing the npm packages')
  // On Windows npm is a script, which only a shell runs.
  const shell = process.platform === 'win32'
  const { status } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: 'inherit', shell },
  )
  if (status !== 0) throw new Error('npm could not install the packages: see its messages above.')
}

/** Whether node_modules holds the versions that package-lock.json names. npm lists there what it has installed. */
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
 * By Debian's packages; where these can't be had, from the browsers' makers.
 *
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
  // It needs the npm packages, which are there by now.
  const { downloadBrowser, mayDownload } = await import('./download-browser.mjs')
  if (!(await mayDownload(stillMissing))) throw new Error(howToInstall(stillMissing))
  for (const browser of stillMissing) {
    console.log(`Downloading ${browserName(browser)}`)
    await downloadBrowser(browser)
  }
}

/** The tests that need the AWS CLI are skipped where it can't be installed. */
function installAwsCli() {
  const root = spawnSync('aws', ['--version']).status === 0 ? undefined : asRoot()
  if (!root) return
  console.log('Installing awscli')
  apt(root, 'update')
  apt(root, 'install', '-y', '--no-install-recommends', 'awscli')
}

/**
 * The tests of the recipe for nginx are skipped where there is none. Its package isn't installed but unpacked beside
 * the npm packages: installed, it would start a web server on this machine.
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
 * What is not needed by everybody, where it can be installed. So Chromium shows Japanese where Debian's Chromium has its
 * translations, and a font has the characters.
 *
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
 * What to put before a command so that root runs it; undefined where that takes a password, or where there is no apt-get.
 *
 * @returns {readonly string[] | undefined}
 */
function asRoot() {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive']
  if (process.getuid?.() === 0) return environment
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', ...environment] : undefined
}

/**
 * Runs apt-get, of which only its errors are shown. That a package couldn't be installed is seen by its absence.
 *
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
