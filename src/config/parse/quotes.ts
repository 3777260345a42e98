/** Whether a raw value starts with an unclosed double quote. */
export function isUnclosed(raw: string): boolean {
  return raw.startsWith('"') && quoteEnd(raw) === -1
}

/** Whether a raw value starts with a quote of any kind. */
export function startsQuoted(text: string): boolean {
  const first = text.charCodeAt(0)
  return first === 34 || first === 39 || first === 96
}

/** Returns the quoted text at the start of `rest`, if only a comment follows it. */
export function closedQuote(rest: string): string | undefined {
  const end = quoteEnd(rest)
  return end !== -1 && /^\s*(?:[;#]|$)/.test(rest.slice(end)) ? rest.slice(0, end) : undefined
}

/** Returns the index after the quote that closes the first one, or -1. */
function quoteEnd(rest: string): number {
  // Granted's library quotes a value that contains `#` with \`, and one that also contains \` with three double quotes.
  const tripleEnd = rest.startsWith('"""') ? rest.indexOf('"""', 3) : -1
  if (tripleEnd !== -1) return tripleEnd + 3
  if (rest.startsWith("'") || rest.startsWith('`')) return rest.indexOf(rest.charAt(0), 1) + 1 || -1
  if (!rest.startsWith('"')) return -1
  for (let index = 1; index < rest.length; index++) {
    if (rest[index] === '\\') index++
    else if (rest[index] === '"') return index + 1
  }
  return -1
}
