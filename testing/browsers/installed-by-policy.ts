import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { findExecutable } from './executables.mjs'
import { killGroup } from './kill-group'
import { preparePolicyFile } from './policies'
import { waitFor } from './wait'

/** Installing downloads and unpacks, on a machine that is busy after the start of a browser. */
const installTimeoutMs = 60_000

const chromiumPolicies = '/etc/chromium/policies'

/** Returns why Chromium can't be started with policies that no other browser reads; undefined if it can. */
export function whyNoPrivatePolicies(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'Only root on Linux can replace a folder for one process.'
  return spawnSync('unshare', ['-m', 'true']).status === 0
    ? undefined
    : 'This machine doesn’t allow mounts of one’s own.'
}

/** Packs an extension with a new key, as an administrator does. Returns the signed file’s path. */
export function packExtension(folder: string): string {
  const args = [
    '--no-sandbox',
    '--headless=new',
    `--pack-extension=${folder}`,
    `--user-data-dir=${folder}-packing`,
  ]
  spawnSync(findExecutable('chromium'), args, { stdio: 'ignore' })
  return `${folder}.crx`
}

/**
 * Starts a Chromium whose only policy file is this one, and waits until it has installed and started the extension. Only its
 * process sees the file: the folder is mounted for it alone.
 */
export async function installInChromium(policy: object, id: string, folder: string): Promise<void> {
  const policies = join(folder, 'policies')
  await mkdir(join(policies, 'managed'), { recursive: true })
  await mkdir(chromiumPolicies, { recursive: true })
  await writeFile(join(policies, 'managed/rolecall.json'), JSON.stringify(policy))
  const profile = join(folder, 'profile')
  const args = [
    '--no-sandbox',
    '--headless=new',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ]
  const mount = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'
  const child = spawn(
    'unshare',
    ['-m', 'sh', '-c', mount, 'sh', policies, chromiumPolicies, findExecutable('chromium'), ...args],
    {
      stdio: 'ignore',
      detached: true,
    },
  )
  try {
    const portFile = join(profile, 'DevToolsActivePort')
    const port = await waitFor(
      'the port',
      async () => existsSync(portFile) && (await readFile(portFile, 'utf8')).split('\n')[0],
      {
        timeout: installTimeoutMs,
      },
    )
    const address = `http://127.0.0.1:${port}`
    const isWorker = (type: string, url: string) =>
      type === 'service_worker' && url.startsWith(`chrome-extension://${id}/`)
    await waitFor(
      'the extension’s background script',
      async () => {
        const targets: readonly { type: string; url: string }[] = await (
          await fetch(`${address}/json/list`)
        ).json()
        return targets.some(({ type, url }) => isWorker(type, url))
      },
      { timeout: installTimeoutMs },
    )
  } finally {
    if (child.pid !== undefined) await killGroup(child.pid)
  }
}

/**
 * Starts a Firefox whose policies are these, waits until it has installed the extension, and ends it. Returns the names of
 * the buttons on its toolbar.
 */
export async function installInFirefox(
  policies: object,
  id: string,
  folder: string,
): Promise<readonly string[]> {
  const file = await preparePolicyFile('firefox', 'dist/firefox', folder)
  const executablePath = file.launch.executable ?? ''
  await mkdir(join(dirname(executablePath), 'distribution'), { recursive: true })
  await writeFile(join(dirname(executablePath), 'distribution/policies.json'), JSON.stringify(policies))
  const profile = join(folder, 'profile')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir: profile,
    // Only Mozilla can sign, and only this kind of Firefox can do without.
    extraPrefsFirefox: { 'xpinstall.signatures.required': false },
  })
  try {
    await waitFor(
      'the extension',
      async () => {
        const path = join(profile, 'extensions.json')
        if (!existsSync(path)) return false
        const { addons } = JSON.parse(await readFile(path, 'utf8'))
        return addons.some((addon: { id: string; active: boolean }) => addon.id === id && addon.active)
      },
      { timeout: installTimeoutMs },
    )
  } finally {
    await browser.close()
  }
  const prefs = readdirSync(profile).includes('prefs.js')
    ? await readFile(join(profile, 'prefs.js'), 'utf8')
    : ''
  await file.remove()
  const [, state = '"{}"'] = /user_pref\("browser\.uiCustomization\.state", (".*")\);/.exec(prefs) ?? []
  return JSON.parse(JSON.parse(state)).placements?.['nav-bar'] ?? []
}
