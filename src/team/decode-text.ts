/** Why bytes are no configuration, whatever else they are. */
export type NotText =
  /** A web page, such as one to log in, or a server's error in XML. */
  | { readonly kind: 'html' }
  | { readonly kind: 'json' }
  /** There is nothing but space in it. */
  | { readonly kind: 'empty' }
  /** A text that isn't UTF-8. */
  | { readonly kind: 'encoding' }
  | { readonly kind: 'binary' }

/** Control characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const control = /[\0-\x08\x0e-\x1f]/

/** The text of some bytes of UTF-8, its byte order mark and line ends included, where it may be a configuration. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | NotText {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { kind: bytes.includes(0) && !isUtf16(bytes) ? 'binary' : 'encoding' }
  }
  if (control.test(text)) return { kind: isUtf16(bytes) ? 'encoding' : 'binary' }
  // This takes a byte order mark for a space.
  const start = text.trimStart().charAt(0)
  if (start === '') return { kind: 'empty' }
  if (start === '<') return { kind: 'html' }
  return start === '{' || (start === '[' && isJson(text)) ? { kind: 'json' } : { text }
}

/** Whether a text of UTF-16 starts there: with a byte order mark, or with a letter that has a zero byte. */
function isUtf16([first, second]: Uint8Array): boolean {
  const isMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMark || (first === 0) !== (second === 0)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim())
    return true
  } catch {
    return false
  }
}
