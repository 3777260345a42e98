// Part of `npm run check`: no two folders import each other, so that a newcomer can read the tree from the bottom up. A
// folder and one inside it may, and tests may import anything. Biome checks the same for files (noImportCycles).
// dependency-cruiser reads TypeScript through the compiler's JavaScript interface, which TypeScript 7 doesn't have, so
// this uses Oxc's parser.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

const root = join(import.meta.dirname, '..')

/** A file, and the paths it imports as written, such as `../aws/session`. */
export interface Importing {
  readonly path: string
  readonly imports: readonly string[]
}

/**
 * Returns the pairs of folders that import each other, directly or through others, each as a sentence with one import
 * in either direction. Folders are compared as they are, and by their first two names, such as `src/config`.
 */
export function mutualImports(files: readonly Importing[]): readonly string[] {
  const direct = files.flatMap(({ path, imports }) =>
    imports.filter(to => to.startsWith('.')).map(to => ({ path, to: posix.join(posix.dirname(path), to) })),
  )
  return [...new Set([folderOf, areaOf].flatMap(name => cyclesOf(direct, name)))]
}

interface Import {
  readonly path: string
  readonly to: string
}

function folderOf(path: string): string {
  return posix.dirname(path)
}

/** Returns `src/config` for `src/config/parse/value.ts`, `popup` for `popup/panels/help.tsx`. */
function areaOf(path: string): string {
  const folders = posix.dirname(path).split('/')
  return folders.slice(0, ['src', 'testing'].includes(folders[0] ?? '') ? 2 : 1).join('/')
}

function cyclesOf(imports: readonly Import[], name: (path: string) => string): readonly string[] {
  const between = new Map<string, Map<string, Import>>()
  for (const one of imports) {
    const [from, to] = [name(one.path), name(one.to)]
    if (from === to || isInside(from, to) || isInside(to, from)) continue
    const leaving = between.get(from) ?? new Map<string, Import>()
    between.set(from, leaving.set(to, leaving.get(to) ?? one))
  }
  return [...between].flatMap(([from, leaving]) =>
    [...leaving].flatMap(([to, { path, to: target }]) => {
      const back = wayBack(to, from, between)
      if (back === undefined || from > to) return []
      return [
        `${from} and ${to} import each other: ${path} imports ${target}, and back by ${back.join(' > ')}.`,
      ]
    }),
  )
}

/** Returns the folders on the way from one to the other, both included, or undefined if there is no way. */
function wayBack(
  from: string,
  to: string,
  between: ReadonlyMap<string, ReadonlyMap<string, Import>>,
): readonly string[] | undefined {
  const ways: string[][] = [[from]]
  const seen = new Set([from])
  for (const way of ways) {
    const last = way.at(-1) ?? from
    if (last === to) return way
    for (const next of between.get(last)?.keys() ?? []) {
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return undefined
}

function isInside(folder: string, other: string): boolean {
  return folder.startsWith(`${other}/`)
}

/** Returns the paths that a file imports as written, including imports of types. */
export function importsOf(path: string, code: string): readonly string[] {
  const { module } = parseSync(path, code)
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    code.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
  )
  const again = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  )
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...dynamic, ...again]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const listed = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '--', '*.ts', '*.tsx', '*.mjs'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  const paths = listed
    .split('\n')
    .filter(
      path =>
        existsSync(join(root, path)) && dirname(path) !== '.' && !/\.(test|spec)\.|\/fixtures\//.test(path),
    )
  const files = paths.map(path => ({
    path,
    imports: importsOf(path, readFileSync(join(root, path), 'utf8')),
  }))
  const mutual = mutualImports(files)
  for (const sentence of mutual) console.error(sentence)
  if (files.every(({ imports }) => imports.length === 0)) throw new Error('No file imports anything.')
  process.exitCode = mutual.length > 0 ? 1 : 0
}
