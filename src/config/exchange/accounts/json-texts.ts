export type JsonTexts =
  /** One value, or several in a row, as pages or as JSON lines. */
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  /** It starts as JSON and ends too early; `values` are the complete ones. */
  | { readonly kind: 'cut'; readonly values: readonly unknown[] }
  /** It can only be meant as JSON, but isn't valid: a quote was changed, or a comma is missing. */
  | { readonly kind: 'broken' }

/**
 * Reads a text that contains only JSON; undefined for anything else, such as a list whose first line is a header.
 * Values may follow each other with spaces, line breaks and commas between them.
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

/**
 * Whether the text is meant as JSON. No list's header starts like this: its name is on the same line as its bracket.
 */
function isMeant(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:[[{]|\r|\n|"[^"\n]*"\s*,|$))/.test(text)
}

function skip(text: string, from: number): number {
  let at = from
  while (at < text.length && /[\s,]/.test(text.charAt(at))) at++
  return at
}

/** Returns the index after the value that starts at `from`; undefined if none starts there. */
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

/** Returns the index of the quote that ends a string. */
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
