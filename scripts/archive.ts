import { zipSync } from 'fflate'

/** A Unix file that anyone may read and its owner may write. */
const mode = { os: 3, attrs: 0o100644 << 16 }

/**
 * Returns a zip of files, given by path, with the same bytes on every machine. The files are sorted, have one mode, and
 * have the earliest date that a zip can hold, in any time zone. fflate compresses the same way under every Node
 * version, unlike zlib.
 */
export function archive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1), ...mode })
}
