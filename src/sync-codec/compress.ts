import { decompress as fromLzma, compress as toLzma } from './lzma.js'

/** How thorough the compressor is, from 1 to 9. Beyond 3 a configuration gets no shorter, and it takes more time and memory. */
const mode = 3

/** What LZMA's format begins with in this mode: the properties lc 3, lp 0 and pb 2, and a dictionary of half a megabyte. */
const properties = [0x5d, 0, 0, 0x08, 0]

/** Next comes the length, in eight bytes, of which four are enough here. */
const lengthBytes = 4
const zeros = [0, 0, 0, 0]

/** More than `storage.local` has room for: whoever made the data, it gets no more memory. */
const mostBytes = 1 << 24

/** LZMA without the parts of its header that are always the same. */
export function compress(bytes: Uint8Array): Uint8Array {
  const lzma = toLzma(bytes, mode).subarray(properties.length)
  return new Uint8Array([...lzma.subarray(0, lengthBytes), ...lzma.subarray(lengthBytes + zeros.length)])
}

/** The bytes that `compress` was given. Throws where the data is damaged or its length too much. */
export function decompress(data: Uint8Array): Uint8Array {
  const length = data.subarray(0, lengthBytes)
  const expected = length.reduceRight((value, byte) => value * 256 + byte, 0)
  if (expected > mostBytes) throw new RangeError('There are too many bytes.')
  const lzma = [...properties, ...length, ...zeros, ...data.subarray(lengthBytes)]
  const bytes = fromLzma(new Uint8Array(lzma))
  if (bytes.length !== expected) throw new RangeError('The bytes are of another number.')
  return bytes
}
