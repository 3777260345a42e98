/**
 * The longest list that is taken from a server, another extension or sync, in bytes, decompressed: anything longer was made
 * to fill the memory. No character is less than a byte, so no such list has more UTF-16 units.
 */
export const maxListBytes = 5_000_000

/** The largest file that is imported, in bytes. It's far more than a list needs; the browser's storage takes 10 MB in all. */
export const maxImportBytes = 4_000_000
