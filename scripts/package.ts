// `npm run package` makes the packages for the stores from the committed files: an archive for each browser, and one of
// the source for Firefox's reviewers. The command rolecall-list comes with them. With `--check`, makes them a second
// time in another folder and the Firefox one from the source, and fails if a byte differs.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { unzipSync } from 'fflate'
import { archive } from './archive'
import { git, inClone } from './in-clone'
import { readFolder } from './read-folder'

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values
const folder = 'output/packages'

const packages = makePackages('output/source')
const sums = sha256sums(packages)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [name, bytes] of packages) writeFileSync(join(folder, name), bytes)
writeFileSync(join(folder, 'SHA256SUMS'), sums)
console.log(`${git('rev-parse', 'HEAD').trim()} in ${folder}:\n${sums.trim()}`)

if (check) {
  const again = sha256sums(makePackages('output/elsewhere/in/another/folder'))
  if (again !== sums) throw new Error(`The packages differ if they are built in another folder:\n${again}`)
  console.log('They are the same if they are built in another folder.')
  checkSource()
}

/**
 * Builds the Firefox package from the source archive, as Mozilla's reviewers do.
 * @throws if it isn't the same.
 */
function checkSource(): void {
  const names = [...packages.keys()]
  const sourceName = names.find(name => name.endsWith('-source.zip')) ?? ''
  const firefoxName = names.find(name => name.endsWith('-firefox.zip')) ?? ''
  const unpacked = 'output/from-source'
  rmSync(unpacked, { recursive: true, force: true })
  try {
    for (const [path, bytes] of Object.entries(unzipSync(packages.get(sourceName) ?? new Uint8Array()))) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true })
      writeFileSync(join(unpacked, path), bytes)
    }
    execSync('npm run --silent build-for-amo', { cwd: unpacked, stdio: 'pipe' })
    const built = archive(readFolder(join(unpacked, 'dist/firefox')))
    if (!Buffer.from(built).equals(packages.get(firefoxName) ?? new Uint8Array())) {
      throw new Error(`${firefoxName} isn't what ${sourceName} builds.`)
    }
    console.log(`${firefoxName} is what ${sourceName} builds.`)
  } finally {
    rmSync(unpacked, { recursive: true, force: true })
  }
}

/** Builds a new clone in the folder, and returns archives by name. */
function makePackages(clone: string): ReadonlyMap<string, Uint8Array> {
  return inClone(clone, 'HEAD', () => {
    execSync('npm run --silent build && npm run --silent build:list', { cwd: clone, stdio: 'pipe' })
    const read = (path: string) => readFileSync(join(clone, path))
    const name = `rolecall-${version(clone)}`
    const tracked = git('-C', clone, 'ls-files', '-z').split('\0').filter(Boolean)
    return new Map([
      [`${name}-chrome.zip`, archive(readFolder(join(clone, 'dist/chrome')))],
      [`${name}-firefox.zip`, archive(readFolder(join(clone, 'dist/firefox')))],
      [`rolecall-list-${version(clone)}.mjs`, read('dist/list/rolecall-list.mjs')],
      [`${name}-source.zip`, archive(new Map(tracked.map(path => [path, read(path)])))],
    ])
  })
}

/** Returns the version, which manifest.json and package.json must agree on. */
function version(clone: string): string {
  const [manifest, npm] = ['manifest.json', 'package.json'].map(
    path => JSON.parse(readFileSync(join(clone, path), 'utf8')).version,
  )
  if (manifest !== npm) throw new Error(`manifest.json says version ${manifest}, package.json ${npm}.`)
  return manifest
}

/** Returns the checksums in the format of `sha256sum --check`. */
function sha256sums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files]
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('')
}
