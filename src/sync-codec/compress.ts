import { decompress as fromLzma, compress as toLzma } from './lzma.js'

/** Compression level, from 1 to 9. Above 3 a list gets no shorter, and compression takes more time and memory. */
const lzmaMode = 3

/** The start of an LZMA header in this mode: the properties lc 3, lp 0 and pb 2, and a dictionary of half a megabyte. */
const properties = [0x5d, 0, 0, 0x08, 0]

/** Next comes the length, in eight bytes, of which four are enough here. */
const lengthBytes = 4
const zeros = [0, 0, 0, 0]

/** More than `storage.local` has room for: it limits the memory that malicious data can claim. */
const maxUnpackedBytes = 1 << 24

/** Returns the bytes as LZMA without the constant parts of its header. */
export function compress(bytes: Uint8Array): Uint8Array {
  const lzma = toLzma(bytes, lzmaMode).subarray(properties.length)
  return new Uint8Array([...lzma.subarray(0, lengthBytes), ...lzma.subarray(lengthBytes + zeros.length)])
}

/**
 * Returns the bytes that `compress` was given.
 * @throws if the data is damaged or its length is too large.
 */
export function decompress(data: Uint8Array): Uint8Array {
  const length = data.subarray(0, lengthBytes)
  const expected = length.reduceRight((value, byte) => value * 256 + byte, 0)
  if (expected > maxUnpackedBytes) throw new RangeError('There are too many bytes.')
  const lzma = [...properties, ...length, ...zeros, ...data.subarray(lengthBytes)]
  const bytes = fromLzma(new Uint8Array(lzma))
  if (bytes.length !== expected) throw new RangeError('The bytes are of another number.')
  return bytes
}
