/** What was entered as the address of a team configuration. */
export type CheckedTeamUrl =
  | TeamUrl
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly most: number }
  /** No address of a web server. */
  | { readonly kind: 'no-url' }
  /** `http:` to another computer. */
  | { readonly kind: 'insecure' }
  /** A name or a password stands before the host: the browser would refuse to fetch it, and everyone would see it. */
  | { readonly kind: 'credentials' }

interface TeamUrl {
  readonly kind: 'url'
  /** As the browser writes it, without what follows a `#`. */
  readonly url: string
  /** What to ask the browser's permission for: the host alone, as in `https://example.com/*`. */
  readonly pattern: string
}

const maxUrlLength = 2048
/** Names and addresses. A `*` is a letter like any other in a URL, but in a pattern it would stand for every host. */
const host = /^(?:[\w.-]+|\[[\da-f:.]+\])$/
/** Not `[::1]`, which a page's policy can't name: the extension's allows plain HTTP to nowhere else. */
const ownComputer = ['localhost', '127.0.0.1']

/** Checks the address of a team configuration: `https:`, or `http:` of this computer, within 2,048 characters. */
export function checkTeamUrl(text: string): CheckedTeamUrl {
  const written = text.trim()
  if (written === '') return { kind: 'empty' }
  if (written.length > maxUrlLength) return { kind: 'too-long', most: maxUrlLength }
  if (!URL.canParse(written)) return { kind: 'no-url' }
  const url = new URL(written)
  if (!/^https?:$/.test(url.protocol) || !host.test(url.hostname)) return { kind: 'no-url' }
  if (!isSecure(url)) return { kind: 'insecure' }
  if (url.username !== '' || url.password !== '') return { kind: 'credentials' }
  url.hash = ''
  if (url.href.length > maxUrlLength) return { kind: 'too-long', most: maxUrlLength }
  return { kind: 'url', url: url.href, pattern: patternOf(url) }
}

/** Whether nobody on the way can read or change what is fetched from there: over TLS, or from this computer. */
export function isSecure({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ownComputer.includes(hostname))
}

/**
 * The match pattern of a URL's host. It names no port and so stands for all of them: Firefox takes none.
 * Source: MDN and Chrome for Developers, “Match patterns”.
 */
export function patternOf({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): string {
  return `${protocol}//${hostname}/*`
}
