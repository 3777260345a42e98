import type { Partition } from '../aws/partitions'
import { runInPage } from '../browser/page-scripts'
import { onTabStatus, type Tab } from '../browser/tabs'
import { after } from '../lib/after'
import { errorText } from '../lib/error-text'
import { postForm } from './page/post-form'
import { postJson } from './page/post-json'
import { type SwitchOutcome, switchOutcome } from './switch-outcome'
import type { SwitchRequest } from './switch-request'

/** How long a switch may take before it counts as failed, in milliseconds. */
export const switchTimeoutMs = 15_000
/**
 * Extra time before it counts as failed if the function in the page doesn't give up on its own: the page's scripts may keep
 * it from that.
 */
const pageGraceMs = 1_000

/**
 * Has the page in the tab post the request, and returns how it ended. A classic form that was sent ends with `leaving`,
 * wherever AWS leads; `landing` says where. Never throws.
 */
export async function postSwitch(
  tab: Pick<Tab, 'id'>,
  request: SwitchRequest,
  partition: Partition,
): Promise<SwitchOutcome> {
  if (request.kind === 'multi-session') {
    const { urls, tryAll, body } = request
    try {
      const posted = runInPage(tab, postJson, urls, tryAll, body, switchTimeoutMs)
      // Only if the page named no sign-in host is a second one asked.
      const mostMs = (tryAll ? urls.length : 1) * switchTimeoutMs + pageGraceMs
      const result = await Promise.race([posted, after(mostMs)])
      return result ? switchOutcome(result, partition) : { kind: 'timed-out' }
    } catch (error) {
      return { kind: 'no-access', message: errorText(error) }
    }
  }
  const left = leaving(tab)
  try {
    const posted = runInPage(tab, postForm, request.urls, request.fields, switchTimeoutMs)
      // A page that is left takes its result with it: then the browser returns none, or an error of its own.
      .then(result => (result ? switchOutcome(result, partition) : left.promise))
      .catch((error: unknown) => left.orElse({ kind: 'no-access', message: errorText(error) }))
    // It waits first for the page's token, and then for the page to be left.
    const timedOut = after(2 * switchTimeoutMs + pageGraceMs).then(
      (): SwitchOutcome => ({ kind: 'timed-out' }),
    )
    return await Promise.race([posted, left.promise, timedOut])
  } finally {
    left.stop()
  }
}

/**
 * Watches whether the tab leaves its page, which the browser reports without any permission. It isn't enough that the tab
 * began to load: the page's policy may still stop the redirect back, and then the page stays.
 */
function leaving(tab: Pick<Tab, 'id'>) {
  let seen = false
  const { promise, resolve } = deferred<SwitchOutcome>()
  const stop = onTabStatus((id, status) => {
    if (id !== tab.id) return
    if (status === 'loading') seen = true
    if (status === 'complete' && seen) resolve({ kind: 'leaving' })
  })
  return {
    promise,
    orElse: (otherwise: SwitchOutcome): SwitchOutcome => (seen ? { kind: 'leaving' } : otherwise),
    stop,
  }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>(fulfil => {
    resolve = fulfil
  })
  return { promise, resolve }
}
