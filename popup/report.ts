import { after } from '../src/browser/after'
import { runInPage } from '../src/browser/run-in-page'
import { version } from '../src/browser/version'
import { kindOfToken } from '../src/console/page/kind-of-token'
import { pageReport } from '../src/console/page-report'
import type { BlockedTab } from './load'

/** How long the page may take to hand out its token, in milliseconds. */
const tokenTimeoutMs = 1_000

/** The report of a page that nothing can be posted from: all that a new row of the demo console's shapes needs. */
export async function reportOf({ tab, url, place, obstacle }: BlockedTab): Promise<string> {
  const token = await Promise.race([
    runInPage(tab, kindOfToken).catch(() => undefined),
    after(tokenTimeoutMs),
  ])
  return pageReport({
    problem: problemOf(obstacle),
    facts: 'facts' in obstacle ? obstacle.facts : {},
    url,
    place,
    token: typeof token === 'string' ? token : 'unknown',
    version: version(),
    browser: navigator.userAgent,
  })
}

function problemOf(obstacle: BlockedTab['obstacle']): string {
  switch (obstacle.kind) {
    case 'missing-fact':
      return `missing: ${obstacle.fact}`
    case 'foreign-sign-in-host':
      return 'a sign-in host that is not known'
    case 'blocked':
      return `blocked by ${obstacle.directive}`
    default:
      return obstacle.kind
  }
}
