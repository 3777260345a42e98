import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Profile {
  readonly folder: string
  /** The folder for downloads, in the profile's. */
  readonly downloads: string
  remove(): Promise<void>
}

/**
 * The id of an unpacked extension: of the public key in its manifest, else of its path.
 * https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
export function extensionId(extension: string, key: string | undefined): string {
  const source = key === undefined ? realpathSync(extension) : Buffer.from(key, 'base64')
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32)
  return [...digest].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

/** A fresh profile in which the extension is pinned: else an animation of its icon delays each popup by 0.3 s. */
export async function createProfile(pinned: string, zoom = 1): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-chromium-'))
  await mkdir(join(folder, 'Default'))
  // Chromium counts zoom in steps of a fifth.
  const defaultZoom = { x: Math.log(zoom) / Math.log(1.2) }
  const preferences = {
    extensions: { pinned_extensions: [pinned] },
    partition: { default_zoom_level: defaultZoom },
  }
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  return {
    folder,
    downloads: join(folder, 'Downloads'),
    // Helpers of the browser may still write for a moment after it has ended.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}
