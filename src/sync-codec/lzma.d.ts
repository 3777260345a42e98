/** LZMA data, with the length unpacked in its head. Level 1 is the quickest, 9 has the largest dictionary. */
export function compress(data: Uint8Array, level: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9): Uint8Array

/** The bytes that `compress` was given. Throws where the data is damaged, though not for every damage. */
export function decompress(data: Uint8Array): Uint8Array
