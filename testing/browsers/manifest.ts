import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chord } from './keys'
import { parseShortcut } from './keys'

export interface Manifest {
  /** Path of the options page in the extension. */
  readonly optionsPage?: string
  /** Path of the popup's page in the extension. */
  readonly popup?: string
  /** The key that opens the popup. */
  readonly shortcut?: Chord
  /** What is typed into the address bar before a text for the extension. */
  readonly keyword?: string
  /** The public key that fixes the extension's id in Chromium. */
  readonly key?: string
  /** The extension's id in Firefox. */
  readonly geckoId?: string
  /** Whether there is a background script. */
  readonly background: boolean
}

interface ManifestFile {
  readonly options_ui?: { readonly page?: string }
  readonly options_page?: string
  readonly action?: { readonly default_popup?: string }
  readonly commands?: {
    readonly _execute_action?: { readonly suggested_key?: { readonly default?: string } }
  }
  readonly omnibox?: { readonly keyword?: string }
  readonly key?: string
  readonly background?: object
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } }
}

/**
 * Reads the part of a built extension's manifest that the drivers need.
 * @throws one sentence if there is no manifest.
 */
export function readManifest(extension: string): Manifest {
  const file = readFile(extension)
  const optionsPage = file.options_ui?.page ?? file.options_page
  const shortcut = file.commands?._execute_action?.suggested_key?.default
  const popup = file.action?.default_popup
  const keyword = file.omnibox?.keyword
  const geckoId = file.browser_specific_settings?.gecko?.id
  return {
    background: file.background !== undefined,
    ...(geckoId && { geckoId }),
    ...(optionsPage && { optionsPage }),
    ...(popup && { popup }),
    ...(keyword && { keyword }),
    ...(shortcut && { shortcut: parseShortcut(shortcut) }),
    ...(file.key && { key: file.key }),
  }
}

/** @throws one sentence if there is no background script. */
export function requireBackground({ background }: Manifest): void {
  if (!background) throw new Error('The manifest has no background script.')
}

function readFile(extension: string): ManifestFile {
  try {
    return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'))
  } catch (cause) {
    throw new Error(`There is no built extension in ${extension}: run "npm run build" first.`, { cause })
  }
}
