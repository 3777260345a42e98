import { kindOfToken } from '../../src/aws/page/kind-of-token'
import { pageReport } from '../../src/aws/page-report'
import { runInPage } from '../../src/browser/page-scripts'
import { version } from '../../src/browser/runtime'
import { after } from '../../src/lib/after'
import type { BlockedTab } from '../tab/console-tab'

/** How long the page may take to provide its token, in milliseconds. */
const tokenTimeoutMs = 1_000

/** Returns the report on a page that can't be posted from: everything that a new row of the demo console's shapes needs. */
export async function gatherReport({ tab, url, place, pageFailure }: BlockedTab): Promise<string> {
  const token = await Promise.race([
    runInPage(tab, kindOfToken).catch(() => undefined),
    after(tokenTimeoutMs),
  ])
  return pageReport({
    failure: failureText(pageFailure),
    facts: 'facts' in pageFailure ? pageFailure.facts : {},
    url,
    place,
    token: typeof token === 'string' ? token : 'unknown',
    version: version(),
    browser: navigator.userAgent,
  })
}

function failureText(pageFailure: BlockedTab['pageFailure']): string {
  switch (pageFailure.kind) {
    case 'missing-fact':
      return `missing: ${pageFailure.fact}`
    case 'foreign-sign-in-host':
      return 'a sign-in host that is not known'
    case 'blocked':
      return `blocked by ${pageFailure.directive}`
    default:
      return pageFailure.kind
  }
}
