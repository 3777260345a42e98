/**
 * The printable ASCII characters that cost one byte in a browser's synchronised storage: without `"` and `\`, which
 * JSON escapes, and `<`, which Chromium writes as six characters. They are 91.
 */
const alphabet = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index))
  .filter(character => !'"\\<'.includes(character))
  .join('')
const base = alphabet.length
/** Two characters hold so many bits: 91 × 91 is a little more than 2 to the 13th. */
const bitsOfPair = 13

const values = new Map([...alphabet].map((character, value) => [character, value]))

/** Bytes as printable characters, two for each 13 bits. */
export function toPrintable(bytes: Uint8Array): string {
  const pairs: string[] = []
  let [bits, count] = [0, 0]
  const take = () => {
    const value = bits & 0x1fff
    pairs.push(alphabet.charAt(value % base) + alphabet.charAt(Math.floor(value / base)))
    bits >>>= bitsOfPair
    count -= bitsOfPair
  }
  for (const byte of bytes) {
    bits |= byte << count
    count += 8
    if (count >= bitsOfPair) take()
  }
  if (count > 0) take()
  return pairs.join('')
}

/** The bytes that `toPrintable` was given, and perhaps a zero more. Throws where the characters are no such. */
export function fromPrintable(data: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(((data.length / 2) * bitsOfPair) / 8))
  let [bits, count, length] = [0, 0, 0]
  for (let index = 0; index < data.length; index += 2) {
    const low = values.get(data.charAt(index))
    const high = values.get(data.charAt(index + 1))
    const value = low === undefined || high === undefined ? Number.NaN : low + high * base
    if (!(value < 1 << bitsOfPair)) throw new Error('The data is not printable bytes.')
    bits |= value << count
    count += bitsOfPair
    while (count >= 8) {
      bytes[length++] = bits & 0xff
      bits >>>= 8
      count -= 8
    }
  }
  return bytes
}
