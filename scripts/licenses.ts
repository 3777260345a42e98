import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Path of the licenses in the built extension. */
export const licensesFile = 'third-party-licenses.txt'

/** A library with code in the build. */
interface Library {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text: string
}

/**
 * Adds the licenses of all libraries with code in the build to the build. A library without a license text stops the
 * build, because it may not be redistributed.
 */
export const withLicenses: Plugin = {
  name: 'with-licenses',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
    const source = licensesOf(modules)
    this.emitFile({ type: 'asset', fileName: licensesFile, source })
  },
}

/** Returns the licenses of the libraries that modules, given by path, belong to: each text once, with its libraries. */
export function licensesOf(modules: readonly string[]): string {
  const folders = [...new Set(modules.flatMap(id => libraryFolder(id) ?? []))]
  const byText = new Map<string, string[]>()
  for (const { name, version, license, text } of folders.map(readLibrary)) {
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...byText].map(([text, names]) => `${names.sort().join('\n')}\n\n${text}\n`).sort()
  return `Rolecall contains these libraries, each under its own license.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`
}

/** Returns the folder of the library that a module's file is in, or undefined if it isn't in one. */
function libraryFolder(id: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[0]
}

function readLibrary(folder: string): Library {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(file => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(file))
  if (file === undefined || typeof license !== 'string')
    throw new Error(
      `${name} ${version} in ${dirname(folder)} has no license text, so it can’t be redistributed.`,
    )
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return { name, version, license, text }
}
