import type { PostFormResult } from '../page-answers'

/**
 * Runs inside the console page, in its main world: posts `fields` with the page's own CSRF token to `url`, as the
 * console's menu does. Self-contained: the browser sends its source text to the page. Waits at most
 * `patience` milliseconds for the page to be left. A form that the page's `form-action` forbids is dropped by
 * the browser without an exception; only a `securitypolicyviolation` event tells.
 */
export async function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  patience: number,
): Promise<PostFormResult> {
  // A page's promise of a token may never be kept.
  const token = await Promise.race([
    csrfToken(),
    new Promise<undefined>(resolve => setTimeout(resolve, patience)),
  ])
  if (token === undefined) return { kind: 'no-csrf-token' }

  const form = document.createElement('form')
  form.method = 'POST'
  form.action = url
  form.target = '_top'
  form.hidden = true
  for (const [name, value] of Object.entries({ ...fields, csrf: token })) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }

  return new Promise(resolve => {
    const done = (result: PostFormResult) => {
      clearTimeout(timer)
      document.removeEventListener('securitypolicyviolation', onViolation)
      window.removeEventListener('pagehide', onLeaving)
      form.remove()
      resolve(result)
    }
    const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === 'form-action') done({ kind: 'blocked', directive: effectiveDirective })
    }
    const onLeaving = () => done({ kind: 'leaving' })
    const timer = setTimeout(() => done({ kind: 'timed-out' }), patience)
    document.addEventListener('securitypolicyviolation', onViolation)
    window.addEventListener('pagehide', onLeaving)
    document.documentElement.append(form)
    // Not `form.submit()`: a field of that name would hide the method.
    try {
      HTMLFormElement.prototype.submit.call(form)
    } catch {
      // Firefox may throw where the page's policy forbids the form; the violation event says so too.
    }
  })

  /** The token of the console's own switch form; older pages hold it in an input. */
  async function csrfToken(): Promise<string | undefined> {
    try {
      const page = window as { AWSC?: { Auth?: { getMbtc?: () => unknown } } }
      const token = await page.AWSC?.Auth?.getMbtc?.()
      if (typeof token === 'string' && token !== '') return token
    } catch {
      // The page's function failed: the input may still be there.
    }
    const input = document.querySelector('input[name="csrf"]')
    return input instanceof HTMLInputElement && input.value !== '' ? input.value : undefined
  }
}
