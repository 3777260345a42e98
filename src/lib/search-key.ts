const latinMarks = /[\u0300-\u036f]/g
const beyondAscii = /[^\0-\x7f]/

/**
 * Returns the form in which texts are compared: lowercase, with full-width forms made plain and Latin letters without
 * accents. Almost always of the same length, so that positions match.
 */
export function searchKey(text: string): string {
  const lower = text.toLowerCase()
  if (!beyondAscii.test(lower)) return lower
  return lower.normalize('NFKD').replace(latinMarks, '').normalize('NFC')
}
