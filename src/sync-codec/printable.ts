/**
 * The 91 visible ASCII characters that cost one byte each in both browsers' storage. Storage writes JSON, in which `"` and
 * `\` cost two bytes and, in Chromium, `<` six.
 */
const alphabet = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).filter(
  character => !'"\\<'.includes(character),
)

/** Two characters hold 13 bits, since 91² is a little more than 2^13; one holds six. */
const pairBits = 13
const singleBits = 6

const pairs = Array.from({ length: 1 << pairBits }, (_, value) => pair(value))
const values = new Uint8Array(0x7f)
for (const [value, character] of alphabet.entries()) values[character.charCodeAt(0)] = value

/** Returns bytes as characters: 6.5 bits in each. */
export function toPrintable(bytes: Uint8Array): string {
  let characters = ''
  let bits = 0
  let count = 0
  for (const byte of bytes) {
    bits |= byte << count
    count += 8
    if (count < pairBits) continue
    characters += pairs[bits & (pairs.length - 1)]
    bits >>>= pairBits
    count -= pairBits
  }
  if (count > singleBits) return characters + pairs[bits]
  return count > 0 ? characters + alphabet[bits] : characters
}

/**
 * Returns the bytes that `toPrintable` was given.
 * @throws a RangeError if `toPrintable` never returns such characters.
 */
export function fromPrintable(characters: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((characters.length * pairBits) / 16))
  let bits = 0
  let count = 0
  let next = 0
  for (let index = 0; index < characters.length; index += 2) {
    bits |= (valueAt(characters, index) + alphabet.length * valueAt(characters, index + 1)) << count
    for (count += pairBits; count >= 8; count -= 8) {
      bytes[next++] = bits
      bits >>>= 8
    }
  }
  // Characters outside the alphabet were read as its first character.
  if (toPrintable(bytes) !== characters) throw new RangeError('These are not the characters of any bytes.')
  return bytes
}

function pair(value: number): string {
  const { length } = alphabet
  return `${alphabet[value % length]}${alphabet[Math.floor(value / length)]}`
}

/** Returns a character's value; 0 outside the alphabet and after the end. */
function valueAt(characters: string, index: number): number {
  return values[characters.charCodeAt(index)] ?? 0
}
