import type { PortalCall } from '../portal-question'
import type { PortalAnswer } from '../scan'

/** What the page's function returns: an answer whose `Retry-After` hasn't been read yet. */
export type RawAnswer =
  | Exclude<PortalAnswer, { readonly kind: 'answered' }>
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly contentType: string
      readonly retryAfter: string | null
      readonly text?: string
    }

/**
 * Runs inside the portal's page, in the extension's own world: sends one request to the page's own host, as the page does,
 * with the cookies that the browser adds. It follows no redirect, so it never reaches another host. Returns the body only if
 * it looks like JSON. Self-contained, because the browser sends its source text to the page. `origin` is where the page has
 * to be. Never throws.
 */
export async function askPortal(
  origin: string,
  call: PortalCall,
  timeoutMs: number,
  maxLength: number,
): Promise<RawAnswer> {
  if (location.origin !== origin) return { kind: 'elsewhere' }
  try {
    const { method, address, headers, body } = call
    const answer = await fetch(new URL(address, origin), {
      method,
      headers,
      ...(body !== undefined && { body }),
      credentials: 'include',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (answer.type === 'opaqueredirect' || answer.redirected) return { kind: 'redirected' }
    const text = await answer.text()
    const isData = /^\s*[{[]/.test(text) && text.length <= maxLength
    return {
      kind: 'answered',
      status: answer.status,
      contentType: (answer.headers.get('content-type') ?? '').slice(0, 200),
      retryAfter: answer.headers.get('retry-after')?.slice(0, 100) ?? null,
      ...(isData && { text }),
    }
  } catch {
    return { kind: navigator.onLine ? 'unreachable' : 'offline' }
  }
}
