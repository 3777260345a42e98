import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, readlink, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LaunchOptions } from '../driver'

/**
 * Returns the id of an unpacked extension. Chromium derives it from the public key in the manifest, or from the path if
 * there is no key.
 * https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
export function extensionId(extension: string, key: string | undefined): string {
  const source = key === undefined ? realpathSync(extension) : Buffer.from(key, 'base64')
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32)
  return [...digest].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

/**
 * Pins the extension in a profile that is still empty. If it isn't pinned, an animation of its icon delays each popup
 * by 0.3 s.
 */
export async function prepareProfile(
  profile: string,
  id: string,
  { zoom = 1, grants = [] }: Pick<LaunchOptions, 'zoom' | 'grants'>,
): Promise<void> {
  const file = join(profile, 'Default', 'Preferences')
  if (existsSync(file)) return
  await mkdir(dirname(file), { recursive: true })
  // Chromium counts zoom in steps of 20%.
  const defaultZoom = { x: Math.log(zoom) / Math.log(1.2) }
  const preferences = {
    extensions: {
      pinned_extensions: [id],
      settings: {
        [id]: {
          runtime_granted_permissions: {
            explicit_host: grants.filter(isPattern),
            api: grants.filter(grant => !isPattern(grant)),
          },
        },
      },
      // Without developer mode, an extension that reloads itself isn't loaded again.
      ui: { developer_mode: true },
    },
    partition: { default_zoom_level: defaultZoom },
  }
  await writeFile(file, JSON.stringify(preferences))
}

function isPattern(grant: string): boolean {
  return grant.includes(':')
}

/**
 * Removes the lock files of a browser that was killed. If they stay, the next browser checks whether the process with
 * that number, which may be another Chromium by then, has the profile open.
 */
export async function removeLocks(profile: string): Promise<void> {
  const socket = join(profile, 'SingletonSocket')
  const target = await readlink(socket).catch(() => undefined)
  // The file is in its own folder among the temporary ones.
  if (target) await rm(dirname(target), { recursive: true, force: true })
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    await rm(join(profile, name), { force: true })
  }
}
