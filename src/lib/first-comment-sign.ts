/** Returns the index of the line's first `;` or `#`, or -1. */
export function firstCommentSign(line: string): number {
  const semicolon = line.indexOf(';')
  const hash = line.indexOf('#')
  return semicolon === -1 || (hash !== -1 && hash < semicolon) ? hash : semicolon
}
