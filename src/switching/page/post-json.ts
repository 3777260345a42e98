import type { PostJsonResult } from './post-results'

/**
 * Runs inside the console page, in its main world: sends the console's own switch request of multi-session mode to the
 * first of `urls`, with the cookies of the sign-in host, and to the next one if the page's policy forbids the first. With
 * `tryAll` the next one is tried too if the first doesn't grant the switch: the page named no sign-in host, and only one
 * of them knows the session. Self-contained: the browser sends its source text to the page. Gives up after `timeoutMs`
 * each. Never throws.
 */
export async function postJson(
  urls: readonly string[],
  tryAll: boolean,
  body: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<PostJsonResult> {
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 16_384) : undefined)
  await mint()
  let best: PostJsonResult | undefined
  for (const url of urls) {
    // A guess that never responds must not use up the time of the next one.
    const isLast = url === urls.at(-1)
    const result = await post(url, tryAll && !isLast ? Math.min(timeoutMs, 4_000) : timeoutMs)
    if (result.kind === 'answered' && result.destination !== undefined) return result
    if (result.kind !== 'blocked' && !tryAll) return result
    if (best === undefined || rank(result) > rank(best)) best = result
  }
  return best ?? { kind: 'failed', message: '' }

  /** Ranks how much a response says about the role: a host that knows the session refuses in its response's body. */
  function rank(result: PostJsonResult): number {
    if (result.kind !== 'answered') return result.kind === 'blocked' ? 0 : 1
    return result.status >= 200 && result.status <= 299 ? 3 : 2
  }

  /** AWS's own menu reads its token first, which may be what tells the sign-in host about it; the request needs no token. */
  async function mint(): Promise<void> {
    try {
      const page = window as { AWSC?: { Auth?: { getMbtc?: () => unknown } } }
      const minted = page.AWSC?.Auth?.getMbtc?.()
      await Promise.race([minted, new Promise(resolve => setTimeout(resolve, 1_000))])
    } catch {
      // The page's function failed. The request needs no token.
    }
  }

  async function post(url: string, answerTimeoutMs: number): Promise<PostJsonResult> {
    let blockedBy: string | undefined
    const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === 'connect-src' && url.startsWith(blockedURI)) blockedBy = effectiveDirective
    }
    document.addEventListener('securitypolicyviolation', onViolation)
    try {
      const answer = await fetch(url, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-PROTECTION': '1' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerTimeoutMs),
      })
      const json: unknown = await answer.json().catch((error: unknown) => {
        if (error instanceof SyntaxError) return undefined
        throw error
      })
      const said = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>
      const strings = {
        destination: text(said.destination),
        errorCode: text(said.errorCode),
        message: text(said.message),
      }
      const present = Object.fromEntries(Object.entries(strings).filter(([, value]) => value !== undefined))
      return { kind: 'answered', status: answer.status, ...present }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'timed-out' }
      // The violation event is queued after the rejection.
      await new Promise(resolve => setTimeout(resolve))
      if (blockedBy !== undefined) return { kind: 'blocked', directive: blockedBy }
      return { kind: 'failed', message: String(error).slice(0, 500) }
    } finally {
      document.removeEventListener('securitypolicyviolation', onViolation)
    }
  }
}
