const latinMarks = /[\u0300-\u036f]/g
const beyondAscii = /[^\0-\x7f]/

/**
 * The form in which texts are compared: lower case, full-width forms as plain ones, Latin letters without their
 * accents. Nearly always as long as the text, so that places in the one are places in the other.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (!beyondAscii.test(lower)) return lower
  return lower.normalize('NFKD').replace(latinMarks, '').normalize('NFC')
}
