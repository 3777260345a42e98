/** Whether a match pattern covers all hosts of another one. Ignores their schemes and paths. */
export function isAsWide(pattern: string, other: string): boolean {
  const [wide, narrow] = [hostOf(pattern), hostOf(other)]
  if (wide === '*' || wide === narrow) return true
  return wide.startsWith('*.') && (narrow === wide.slice(2) || narrow.endsWith(wide.slice(1)))
}

/** `<all_urls>` has no host: it matches all of them. */
function hostOf(pattern: string): string {
  return /^[^:]*:\/\/([^/]*)/.exec(pattern)?.[1] ?? '*'
}
