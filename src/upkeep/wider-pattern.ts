/** Whether a match pattern is for all hosts that another one is for. Of their schemes and paths it says nothing. */
export function isAsWide(pattern: string, other: string): boolean {
  const [wide, narrow] = [hostOf(pattern), hostOf(other)]
  if (wide === '*' || wide === narrow) return true
  return wide.startsWith('*.') && (narrow === wide.slice(2) || narrow.endsWith(wide.slice(1)))
}

/** `<all_urls>` has none: it is for all of them. */
function hostOf(pattern: string): string {
  return /^[^:]*:\/\/([^/]*)/.exec(pattern)?.[1] ?? '*'
}
