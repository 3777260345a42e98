/** Why bytes are not a list. */
export type TextFailure =
  /** A web page, such as a login page, or a server's error in XML. */
  | { readonly kind: 'html' }
  | { readonly kind: 'json' }
  /** It is empty or contains only white space. */
  | { readonly kind: 'empty' }
  /** The text isn't UTF-8. */
  | { readonly kind: 'encoding' }
  | { readonly kind: 'binary' }

/** Control characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const control = /[\0-\x08\x0e-\x1f]/

/** Decodes UTF-8, keeping its byte order mark and line ends, if the text may be a list. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | TextFailure {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { kind: bytes.includes(0) && !isUtf16(bytes) ? 'binary' : 'encoding' }
  }
  if (control.test(text)) return { kind: isUtf16(bytes) ? 'encoding' : 'binary' }
  // `trimStart` treats a byte order mark as a space.
  const start = text.trimStart().charAt(0)
  if (start === '') return { kind: 'empty' }
  if (start === '<') return { kind: 'html' }
  return start === '{' || (start === '[' && isJson(text)) ? { kind: 'json' } : { text }
}

/** Whether UTF-16 text starts there: with a byte order mark, or with a letter that has a zero byte. */
function isUtf16([first, second]: Uint8Array): boolean {
  const isByteOrderMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isByteOrderMark || (first === 0) !== (second === 0)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim())
    return true
  } catch {
    return false
  }
}
