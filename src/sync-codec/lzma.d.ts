/** Returns LZMA data, with the uncompressed length in its header. Level 1 is the fastest, 9 has the largest dictionary. */
export function compress(data: Uint8Array, level: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9): Uint8Array

/**
 * Returns the bytes that `compress` was given.
 * @throws if the data is damaged, though it doesn't detect all damage.
 */
export function decompress(data: Uint8Array): Uint8Array
