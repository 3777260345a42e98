import { maxListBytes } from '../config/parse/list-size'
import { isSecure } from '../config/parse/team-url'
import { readRetryAfter } from '../lib/retry-after'
import { decodeText, type TextFailure } from './decode-text'

/** A server's identifiers for a text, used to ask next time whether it is still the same. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

export interface FetchOptions {
  /** Validators of the known text; none by default. */
  readonly validators?: Validators
  /** Request headers, such as a token; they go only to the URL's own server. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  /** Whether the server gets the browser's cookies for it. */
  readonly cookies?: boolean
  /** Ends the fetch when it aborts: after `fetchTimeoutMs` by default. */
  readonly signal?: AbortSignal
}

export type FetchedText =
  | FreshText
  /** It is still the one that the validators came with. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: FetchFailure }

interface FreshText {
  readonly kind: 'fresh'
  readonly text: string
  readonly validators: Validators
  /** Final URL, after redirects. */
  readonly finalUrl: string
  /** Length in bytes, decompressed. */
  readonly bytes: number
}

/** Why there is no text. It never includes a header or anything that a server wrote. */
export type FetchFailure =
  /** The browser has no network. */
  | { readonly kind: 'offline' }
  /**
   * There was no answer, or none that the browser shows. It doesn't distinguish an unknown name, a refused connection, an
   * untrusted certificate, endless redirects and a missing permission.
   */
  | { readonly kind: 'no-answer' }
  /** It took longer than allowed. */
  | { readonly kind: 'time-out' }
  /** The header with this number, from 1, can't be sent. */
  | { readonly kind: 'bad-header'; readonly number: number }
  /** A redirect led to `http:`. */
  | { readonly kind: 'insecure-redirect' }
  /** The URL redirects, but the headers or cookies are meant for its own server only. */
  | { readonly kind: 'redirect-with-headers' | 'redirect-with-cookies' }
  /** Any answer but 200. `retryAfter`: how long the server asks us to wait, in milliseconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'too-large'; readonly most: number }
  /** The connection ended before the text did. */
  | { readonly kind: 'cut-off' }
  | TextFailure

/**
 * How long a fetch may take in all, in milliseconds. Both browsers stop a background script that has been idle for 30
 * seconds, and waiting for a server counts as idle: no code would be left to report the timeout.
 */
export const fetchTimeoutMs = 20_000

/**
 * Fetches a text, conditionally if it is known already. Never rejects.
 * The extension needs the browser's permission for the URL's host. A redirect to another host needs one of its own: without
 * it the browser lets the text through only if that host allows any page to read it (CORS), and fails otherwise. The browser
 * first asks such a host whether it accepts conditions (a preflight), which is usually refused. So a text of another origin,
 * or one read without a permission, comes without validators, and is fetched whole each time. A text that has moved there
 * since it was known is requested once more without conditions.
 * With headers or cookies, no redirect is followed, because browsers don't say where one leads before they have followed it.
 * A redirect through plain HTTP back to HTTPS is invisible here: the page's `connect-src` has to forbid it.
 */
export async function fetchText(url: string, options: FetchOptions = {}): Promise<FetchedText> {
  const { validators = {}, signal = AbortSignal.timeout(fetchTimeoutMs) } = options
  const bad = badHeader(options)
  if (bad) return failed(bad)
  const isConditional = validators.etag !== undefined || validators.lastModified !== undefined
  let response = await request(url, validators, options, signal)
  if (!response && isConditional && !signal.aborted) response = await request(url, {}, options, signal)
  if (!response) {
    return failed(signal.aborted ? { kind: 'time-out' } : { kind: isOffline() ? 'offline' : 'no-answer' })
  }
  if (isConditional && response.status === 304) return { kind: 'unchanged' }
  const failure = responseFailure(response, url, options)
  if (failure) {
    // Ignores the rest of the body, without waiting for the cancellation.
    response.body?.cancel().catch(() => {})
    return failed(failure)
  }
  return readResponse(response, url, signal)
}

/** Returns the answer; undefined if there is none, or none that the browser shows. */
async function request(
  url: string,
  { etag, lastModified }: Validators,
  { headers = [], cookies = false }: FetchOptions,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const sent = new Headers(headers.map(([name, value]) => [name, value]))
  if (etag !== undefined) sent.set('If-None-Match', etag)
  if (lastModified !== undefined) sent.set('If-Modified-Since', lastModified)
  try {
    return await fetch(url, {
      headers: sent,
      signal,
      // On a redirect to another origin, browsers drop `Authorization` but no other header, even if it is a token, and send
      // that origin's cookies.
      redirect: headers.length > 0 || cookies ? 'manual' : 'follow',
      credentials: cookies ? 'include' : 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
  } catch {
    return undefined
  }
}

function badHeader({ headers = [] }: FetchOptions): FetchFailure | undefined {
  for (const [index, header] of headers.entries()) {
    try {
      new Headers([[...header]])
    } catch {
      return { kind: 'bad-header', number: index + 1 }
    }
  }
  return undefined
}

/** Returns why an answer is rejected before its text is read. */
function responseFailure(
  response: Response,
  url: string,
  { headers: sent = [], cookies = false }: FetchOptions,
): FetchFailure | undefined {
  const { status, type, headers } = response
  // Browsers hide a redirect that isn't followed; Node shows its status.
  if ((sent.length > 0 || cookies) && (type === 'opaqueredirect' || isRedirect(status)))
    return { kind: sent.length > 0 ? 'redirect-with-headers' : 'redirect-with-cookies' }
  const last = new URL(response.url)
  if (!isSecure(last) || (last.protocol === 'http:' && new URL(url).protocol !== 'http:')) {
    return { kind: 'insecure-redirect' }
  }
  if (status !== 200) {
    const retryAfter = readRetryAfter(headers.get('Retry-After'), Date.now())
    return { kind: 'status', status, ...(retryAfter !== undefined && { retryAfter }) }
  }
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('Content-Type') ?? '')) {
    return { kind: 'html' }
  }
  return (announcedLength(response) ?? 0) > maxListBytes
    ? { kind: 'too-large', most: maxListBytes }
    : undefined
}

async function readResponse(response: Response, url: string, signal: AbortSignal): Promise<FetchedText> {
  const bytes = await readBytes(response, signal)
  if ('kind' in bytes) return failed(bytes)
  const decoded = decodeText(bytes)
  if ('kind' in decoded) return failed(decoded)
  const isOwn = response.type !== 'cors' && new URL(response.url).origin === new URL(url).origin
  return {
    kind: 'fresh',
    text: decoded.text,
    validators: isOwn ? validatorsOf(response) : {},
    finalUrl: response.url,
    bytes: bytes.length,
  }
}

async function readBytes(response: Response, signal: AbortSignal): Promise<Uint8Array | FetchFailure> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    const reader = response.body?.getReader()
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      length += read.value.length
      if (length > maxListBytes) {
        reader?.cancel().catch(() => {})
        return { kind: 'too-large', most: maxListBytes }
      }
      chunks.push(read.value)
    }
  } catch {
    return { kind: signal.aborted ? 'time-out' : 'cut-off' }
  }
  // Firefox may take the end of the connection for the end of the text.
  const announced = announcedLength(response)
  if (announced !== undefined && announced !== length) return { kind: 'cut-off' }

  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** Returns the length of the text from `Content-Length`; undefined if that is, or may be, a compressed length. */
function announcedLength({ headers, type }: Response): number | undefined {
  const length = headers.get('Content-Length') ?? ''
  // Without a permission, the browser shows the length and hides the encoding.
  if (headers.has('Content-Encoding') || type === 'cors' || !/^\d+$/.test(length)) return undefined
  return Number(length)
}

function validatorsOf({ headers }: Response): Validators {
  const etag = headers.get('ETag')
  const lastModified = headers.get('Last-Modified')
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function isOffline(): boolean {
  const { navigator } = globalThis as { readonly navigator?: { readonly onLine?: boolean } }
  return navigator?.onLine === false
}

function failed(reason: FetchFailure): FetchedText {
  return { kind: 'failed', reason }
}
