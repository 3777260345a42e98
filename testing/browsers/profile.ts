import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserName } from './driver'

export interface Profile {
  readonly folder: string
  /** The folder for downloads, inside the profile's. */
  readonly downloads: string
  /** Removes everything that `openProfile` made, and the downloads. */
  remove(): Promise<void>
}

/** Returns the profile in the given folder, which is created if it's missing, or a new one if no folder is given. */
export async function openProfile(browser: BrowserName, given: string | undefined): Promise<Profile> {
  const folder = given === undefined ? await mkdtemp(join(tmpdir(), `rolecall-${browser}-`)) : resolve(given)
  const downloads = join(folder, 'Downloads')
  await mkdir(downloads, { recursive: true })
  return {
    folder,
    downloads,
    async remove() {
      // The browser's helper processes may go on writing for a moment after it has ended.
      const how = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }
      await rm(given === undefined ? folder : downloads, how)
    },
  }
}
