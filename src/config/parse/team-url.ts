/** The checked address of a team list. */
export type CheckedTeamUrl =
  | TeamUrl
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly most: number }
  /** Not the address of a web server. */
  | { readonly kind: 'no-url' }
  /** `http:` to another computer. */
  | { readonly kind: 'insecure' }
  /** A user name or password precedes the host: the browser would refuse to fetch it, and everyone would see it. */
  | { readonly kind: 'credentials' }

interface TeamUrl {
  readonly kind: 'url'
  /** As the browser writes it, without the fragment. */
  readonly url: string
  /** The match pattern for the browser's permission: only the host, as in `https://example.com/*`. */
  readonly pattern: string
}

const maxUrlLength = 2048
/** Names and addresses. A `*` is an ordinary character in a URL, but in a pattern it would match every host. */
const host = /^(?:[\w.-]+|\[[\da-f:.]+\])$/
/** Excludes `[::1]`, which a page's policy can't name: the extension's allows plain HTTP to these hosts only. */
const ownComputer = ['localhost', '127.0.0.1']

/** Checks the address of a team list: `https:`, or `http:` on this computer, up to 2,048 characters. */
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

/** Whether no one on the network can read or change what is fetched from there: over TLS, or from this computer. */
export function isSecure({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ownComputer.includes(hostname))
}

/**
 * Returns the match pattern of a URL's host. It names no port and so matches all of them: Firefox accepts none. Source: MDN
 * and Chrome for Developers, “Match patterns”.
 */
export function patternOf({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): string {
  return `${protocol}//${hostname}/*`
}
