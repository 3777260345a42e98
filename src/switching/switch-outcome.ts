import { isSignInHost, type Partition, partitionOfConsole } from '../aws/partitions'
import type { PostFormResult, PostJsonResult } from './page/post-results'

/** How a switch ended. Every kind but the first two reaches the user as a sentence. */
export type SwitchOutcome =
  /** Classic: the tab itself is on its way to the role. */
  | { readonly kind: 'leaving' }
  /** Multi-session: the role's console has to be opened in a new tab. */
  | { readonly kind: 'open'; readonly url: string }
  /**
   * AWS refused. `reason` is AWS's own message or error code, or the HTTP status. `isUnknown`: by its status, the host doesn't
   * know the session that asked.
   */
  | { readonly kind: 'refused'; readonly reason: string; readonly isUnknown?: true }
  /** The page's Content-Security-Policy stopped the request, or, for a form, the way back after AWS has switched. */
  | { readonly kind: 'blocked'; readonly directive: string }
  /** The tab shows a page outside the consoles that Rolecall may see, most likely AWS's own message. */
  | { readonly kind: 'left-console' }
  /** The sign-in host says that it can't serve anyone now. */
  | { readonly kind: 'unavailable'; readonly status: number }
  | { readonly kind: 'no-csrf-token' }
  | { readonly kind: 'timed-out' }
  /** The request could not be sent, or its response could not be read. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Unexpected response: neither an error nor a destination. */
  | { readonly kind: 'unknown-answer' }
  /** AWS's response leads to a host that isn't AWS's. It was not opened. */
  | { readonly kind: 'foreign-destination'; readonly host: string }
  /** The browser doesn't let the extension into the page. */
  | { readonly kind: 'no-access'; readonly message: string }

/** Maximum length of a text from the page or AWS that is passed on, in UTF-16 units. */
const maxAnswerLength = 500

/**
 * Returns the outcome of the request in the page. A multi-session refusal is a response that isn't 2xx, has an `errorCode`,
 * or has a message and no `destination`. Accepts only values with the form of a result, since they come from the page's
 * world. Source: docs/console.md, “Multi-session switch”.
 */
export function switchOutcome(result: PostFormResult | PostJsonResult, partition: Partition): SwitchOutcome {
  switch (result.kind) {
    case 'leaving':
    case 'no-csrf-token':
    case 'timed-out':
      return { kind: result.kind }
    case 'blocked':
      return { kind: 'blocked', directive: shorten(result.directive) }
    case 'failed':
      return { kind: 'failed', message: shorten(result.message) }
    case 'answered':
      return answered(result, partition)
    default:
      return { kind: 'unknown-answer' }
  }
}

function answered(
  { status, destination, errorCode, message }: Extract<PostJsonResult, { readonly kind: 'answered' }>,
  partition: Partition,
): SwitchOutcome {
  if (status >= 500 && status <= 599) return { kind: 'unavailable', status }
  const code = shorten(errorCode)
  const said = [shorten(message), code && `(${code})`].filter(Boolean).join(' ')
  if (!(status >= 200 && status <= 299) || errorCode !== undefined) {
    const isUnknown = status === 401 || status === 404
    const reason = said || `HTTP ${shorten(String(status))}`
    return { kind: 'refused', reason, ...(isUnknown && { isUnknown }) }
  }
  if (typeof destination !== 'string')
    return said ? { kind: 'refused', reason: said } : { kind: 'unknown-answer' }
  const host = awsHost(destination, partition)
  return host.known
    ? { kind: 'open', url: destination }
    : { kind: 'foreign-destination', host: shorten(host.name) }
}

function awsHost(url: string, partition: Partition): { readonly known: boolean; readonly name: string } {
  if (!URL.canParse(url)) return { known: false, name: url }
  const { protocol, hostname, port, username, password } = new URL(url)
  const known =
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    (partitionOfConsole(hostname) === partition || isSignInHost(hostname, partition))
  return { known, name: hostname || url }
}

function shorten(text: unknown): string {
  return typeof text === 'string' ? text.slice(0, maxAnswerLength) : ''
}
