import type { PostJsonResult } from '../page-answers'

/**
 * Runs inside the console page, in its main world: sends the console's own switch request of multi-session
 * mode, with the cookies of the sign-in host. Self-contained: the browser sends its source text to the page.
 * Gives up after `patience` milliseconds. Never throws.
 */
export async function postJson(
  url: string,
  body: Readonly<Record<string, string>>,
  patience: number,
): Promise<PostJsonResult> {
  let blockedBy: string | undefined
  const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'connect-src' && url.startsWith(blockedURI)) blockedBy = effectiveDirective
  }
  document.addEventListener('securitypolicyviolation', onViolation)
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 16_384) : undefined)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-PROTECTION': '1' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
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
    // The violation event is queued behind the rejection.
    await new Promise(resolve => setTimeout(resolve))
    if (blockedBy !== undefined) return { kind: 'blocked', directive: blockedBy }
    return { kind: 'failed', message: String(error).slice(0, 500) }
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation)
  }
}
