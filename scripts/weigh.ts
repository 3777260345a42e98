import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { archive } from './archive'
import { readFolder } from './read-folder'

export interface Weight {
  readonly what: string
  readonly bytes: number
  readonly budget: number
}

/** Returns the sizes of the built extension in a folder, each with its limit, in bytes. */
export function weigh(built: string): readonly Weight[] {
  const scripts = scriptsOf(built, 'popup/index.html', maxPopupScripts)
  // In Chromium, each further file delays the settings by up to ten milliseconds.
  const settings = scriptsOf(built, 'options/index.html', maxOptionsScripts)
  return [
    { what: "the popup's JavaScript, gzip", bytes: total(built, scripts), budget: 36_000 },
    {
      what: "what the popup's first script needs, gzip",
      bytes: total(built, loadedWith(built, scripts.slice(0, 1))),
      budget: 4_000,
    },
    // About half of it is the editor's.
    { what: "the settings' JavaScript, gzip", bytes: total(built, settings), budget: 280_000 },
    {
      what: 'the script in console pages, gzip',
      bytes: gzipped(join(built, 'assets/marks.js')),
      budget: 8_000,
    },
    // With the help, so that nobody has to look for it elsewhere, seven languages of 20 kB each, and what the menu and the settings load on use.
    { what: 'the package, zip', bytes: archive(readFolder(built)).length, budget: 640_000 },
  ]
}

/** Maximum number of scripts before the popup's list: each takes the browser some milliseconds to find and to hand over. */
const maxPopupScripts = 5
/** The same for the settings. */
const maxOptionsScripts = 9

/**
 * Returns the scripts that a page names, its first script first.
 * @throws a sentence if one of them imports another statically, which the browser would ask for later than it could, or if
 * there are more than `most`.
 */
function scriptsOf(built: string, path: string, most: number): readonly string[] {
  const page = readFileSync(join(built, path), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => path)
  if (named.length === 0) throw new Error(`${built}/${path} loads no script.`)
  const unnamed = loadedWith(built, named).filter(path => !named.includes(path))
  if (unnamed.length > 0) throw new Error(`${built}/${path} doesn’t name ${unnamed}.`)
  if (named.length > most) throw new Error(`${built}/${path} loads more than ${most} scripts: ${named}.`)
  return named
}

/** Returns the total size of the scripts in bytes, each compressed separately. */
function total(built: string, scripts: readonly string[]): number {
  return scripts.reduce((sum, path) => sum + gzipped(join(built, path)), 0)
}

/** Returns these scripts and all that they import, except with `import()`. */
export function loadedWith(built: string, scripts: readonly string[]): readonly string[] {
  const paths = new Set(scripts)
  // Items added to the set during the loop are visited too.
  for (const path of paths) {
    const script = readFileSync(join(built, path), 'utf8')
    for (const [, name = ''] of script.matchAll(/(?:from|\bimport)\s*"(\.[^"]+\.js)"/g)) {
      paths.add(posix.join(posix.dirname(path), name))
    }
  }
  return [...paths]
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length
}
