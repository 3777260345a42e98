/** Returns a 53-bit checksum of the characters in base 36. Enough against accidental collisions, not intentional ones. */
export function checksum(data: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < data.length; index++) {
    const code = data.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return (4294967296 * (0x1fffff & high) + (low >>> 0)).toString(36)
}
