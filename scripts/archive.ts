import { zipSync } from 'fflate'

/** Unix, and a file that all may read and its owner may write. */
const mode = { os: 3, attrs: 0o100644 << 16 }

/**
 * Takes files by path and gives a zip of them, the same bytes on every machine: sorted, all of one mode, and from the
 * first moment a zip can tell, in whatever time zone. fflate compresses alike under every Node, which zlib doesn't.
 */
export function archive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1), ...mode })
}
