import { closeSync, cpSync, openSync, readSync, realpathSync } from 'node:fs'
import { access, constants, copyFile, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { extensionId } from './chromium/profile'
import type { BrowserName, LaunchOptions } from './driver'
import { findExecutable } from './executables.mjs'

/**
 * The folder where Chromium on Linux reads an administrator's policies. Google Chrome and Edge have their own folders.
 */
const chromiumPolicies = '/etc/chromium/policies/managed'

/** An administrator's settings for the extension in one browser, from a real policy file. */
export interface PolicyFile {
  readonly launch: Pick<LaunchOptions, 'extension' | 'executable'>
  /**
   * Writes the administrator's settings, and the hosts that are closed to extensions. Chromium applies them at once,
   * Firefox at its next start.
   */
  write(policy: object, closedHosts?: readonly string[]): Promise<void>
  remove(): Promise<void>
}

/** Returns why this machine doesn't allow writing a policy file; undefined if it does. */
export function whyNoPolicyFile(browser: BrowserName): string | undefined {
  if (process.platform !== 'linux') return 'The tests know the folder for policies only on Linux.'
  if (browser === 'chromium') {
    return process.getuid?.() === 0 ? undefined : `Only root may write to ${chromiumPolicies}.`
  }
  const program = realpathSync(findExecutable('firefox'))
  return isProgram(program)
    ? undefined
    : `${program} is a script, so the tests can’t tell where its Firefox is.`
}

/**
 * Prepares a policy file that no other browser reads. Chromium's names the id of a copy of the extension, which depends
 * on the copy's folder. Firefox gets a policy file in a copy of its program folder made of links.
 */
export async function preparePolicyFile(
  browser: BrowserName,
  built: string,
  folder: string,
): Promise<PolicyFile> {
  const extension = join(resolve(folder), 'extension')
  cpSync(built, extension, { recursive: true })
  return browser === 'chromium' ? forChromium(extension) : forFirefox(extension, resolve(folder))
}

function forChromium(extension: string): PolicyFile {
  const id = extensionId(extension, undefined)
  const file = join(chromiumPolicies, `rolecall-${id}.json`)
  return {
    launch: { extension },
    async write(policy, closedHosts = []) {
      await mkdir(chromiumPolicies, { recursive: true })
      const blocked = closedHosts.map(host => `*://${host}`)
      const policies = {
        '3rdparty': { extensions: { [id]: policy } },
        ...(blocked.length > 0 && { ExtensionSettings: { [id]: { runtime_blocked_hosts: blocked } } }),
      }
      await writeFile(file, JSON.stringify(policies))
    },
    remove: () => rm(file, { force: true }),
  }
}

async function forFirefox(extension: string, folder: string): Promise<PolicyFile> {
  const installed = realpathSync(findExecutable('firefox'))
  const copy = join(folder, 'firefox')
  await mkdir(copy)
  const others = (await readdir(dirname(installed))).filter(name => name !== 'distribution')
  for (const name of others) {
    const from = join(dirname(installed), name)
    // Firefox looks for everything else next to its program's real location.
    if (realpathSync(from) === installed)
      await copyFile(installed, join(copy, name), constants.COPYFILE_FICLONE)
    else await symlink(from, join(copy, name))
  }
  const executable = join(copy, basename(installed))
  await access(executable, constants.X_OK)
  const distribution = join(copy, 'distribution')
  return {
    launch: { extension, executable },
    async write(policy, closedHosts = []) {
      const policies = {
        '3rdparty': { Extensions: { 'rolecall@rolecall': policy } },
        ...(closedHosts.length > 0 && { ExtensionSettings: { '*': { restricted_domains: closedHosts } } }),
      }
      await mkdir(distribution, { recursive: true })
      await writeFile(join(distribution, 'policies.json'), JSON.stringify({ policies }))
    },
    remove: () => rm(copy, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Whether the file starts like an ELF file. */
function isProgram(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(4)
    readSync(file, start)
    return start.toString('latin1') === '\u007fELF'
  } finally {
    closeSync(file)
  }
}
