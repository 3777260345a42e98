import type { PostFormResult } from './post-results'

/**
 * Runs inside the console page, in its main world: posts `fields` with the page's own CSRF token to the first of `urls`
 * that the page's policy allows, as the console's menu does. Self-contained: the browser sends its source text to the
 * page. Waits at most `timeoutMs` for the token, and as long again for the page to be left. A form that the page's
 * `form-action` forbids is dropped by the browser without an exception; only a `securitypolicyviolation` event tells.
 */
export async function postForm(
  urls: readonly string[],
  fields: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<PostFormResult> {
  const token = (await mintedToken()) ?? tokenOfOlderPages()
  if (token === undefined) return { kind: 'no-csrf-token' }

  const form = document.createElement('form')
  form.method = 'POST'
  form.target = '_top'
  form.hidden = true
  for (const [name, value] of Object.entries({ ...fields, csrf: token })) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }

  let result: PostFormResult = { kind: 'timed-out' }
  for (const url of urls) {
    form.action = url
    result = await submit()
    // Another sign-in host may be allowed. If AWS has switched already, it switches again.
    if (result.kind !== 'blocked') break
  }
  return result

  function submit(): Promise<PostFormResult> {
    return new Promise(resolve => {
      const done = (ended: PostFormResult) => {
        clearTimeout(timer)
        document.removeEventListener('securitypolicyviolation', onViolation)
        window.removeEventListener('pagehide', onLeaving)
        form.remove()
        resolve(ended)
      }
      const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
        if (effectiveDirective !== 'form-action') return
        done({ kind: 'blocked', directive: effectiveDirective })
      }
      const onLeaving = () => done({ kind: 'leaving' })
      const timer = setTimeout(() => done({ kind: 'timed-out' }), timeoutMs)
      document.addEventListener('securitypolicyviolation', onViolation)
      window.addEventListener('pagehide', onLeaving)
      document.documentElement.append(form)
      // Not `form.submit()`: a field of that name would hide the method.
      try {
        HTMLFormElement.prototype.submit.call(form)
      } catch {
        // Firefox may throw if the page's policy forbids the form; the violation event reports that too.
      }
    })
  }

  /** Returns the token of the console's own switch form: a number on most pages, on others a string, boxed or promised. */
  async function mintedToken(): Promise<string | undefined> {
    try {
      const page = window as { AWSC?: { Auth?: { getMbtc?: () => unknown } } }
      const minted = page.AWSC?.Auth?.getMbtc?.()
      // The page's promise of a token may never settle.
      return tokenText(await Promise.race([minted, new Promise(resolve => setTimeout(resolve, timeoutMs))]))
    } catch {
      return undefined
    }
  }

  /**
   * Returns a string, a finite number or a bigint, boxed or not; anything else would be posted as `[object …]` or
   * `undefined`.
   */
  function tokenText(value: unknown): string | undefined {
    const tag = Object.prototype.toString.call(value)
    if (!['[object String]', '[object Number]', '[object BigInt]'].includes(tag)) return undefined
    const text = String(value).trim()
    return /^$|^(?:NaN|-?Infinity|undefined|null)$|^\[object /.test(text) ? undefined : text
  }

  function tokenOfOlderPages(): string | undefined {
    try {
      const input = document.querySelector('input[name="csrf"]')
      return input instanceof HTMLInputElement ? tokenText(input.value) : undefined
    } catch {
      return undefined
    }
  }
}
