import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Returns the files in a folder and its subfolders, by relative path with slashes. */
export function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return new Map(paths.map(path => [relative(folder, path).split(sep).join('/'), readFileSync(path)]))
}
