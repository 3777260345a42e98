/** What a text of JSON is made of. */
export type JsonTexts =
  /** One value, or several one after the other, as pages or as JSON lines. */
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  /** It begins as JSON and breaks off before its end; `values` are those before that one. */
  | { readonly kind: 'cut'; readonly values: readonly unknown[] }
  /** It can only be meant as JSON, and isn't: a quote was changed, or a comma is missing. */
  | { readonly kind: 'broken' }

/**
 * Reads a text that is JSON and nothing else; undefined if it is something else, such as a configuration whose first line
 * is a header. Values may stand one after the other with blanks, line breaks and commas between them.
 */
export function readJsonTexts(text: string): JsonTexts | undefined {
  const first = text.trimStart().charAt(0)
  if (first !== '{' && first !== '[') return undefined
  const values: unknown[] = []
  for (let from = skip(text, 0); from < text.length; from = skip(text, from)) {
    const to = endOfValue(text, from)
    if (to === 'cut') return isMeant(text) ? { kind: 'cut', values } : undefined
    const value = to === undefined ? undefined : parse(text.slice(from, to))
    if (to === undefined || value === undefined) return isMeant(text) ? { kind: 'broken' } : undefined
    values.push(value)
    from = to
  }
  return { kind: 'values', values }
}

/** No header of a configuration begins in this way: it has its name on the same line as its bracket. */
function isMeant(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:[[{]|\r|\n|"[^"\n]*"\s*,|$))/.test(text)
}

function skip(text: string, from: number): number {
  let at = from
  while (at < text.length && /[\s,]/.test(text.charAt(at))) at++
  return at
}

/** The index after the value that begins at `from`; undefined if none begins there. */
function endOfValue(text: string, from: number): number | 'cut' | undefined {
  const first = text.charAt(from)
  if (first !== '{' && first !== '[') return undefined
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') {
      const end = endOfString(text, at)
      if (typeof end !== 'number') return end
      at = end
    } else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1
  }
  return 'cut'
}

/** The index of the quote that ends a string. */
function endOfString(text: string, from: number): number | 'cut' | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '"') return at
    else if (character === '\n' || character === '\r') return undefined
  }
  return 'cut'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
