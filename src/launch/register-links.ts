import { consolePlace } from '../aws/console-place'
import { consolePatterns } from '../aws/partitions'
import { readSession } from '../aws/read-session'
import { showBadge } from '../browser/action'
import { onStart, unlessStopped } from '../browser/background-events'
import { onLinkLoaded } from '../browser/messaging'
import { keepRegistered } from '../browser/own-scripts'
import { hasOrigins, onPermissionChange } from '../browser/permissions'
import { tabAnswer } from '../browser/tabs'
import { inTurn } from '../lib/in-turn'
import { isCurrent } from '../roles/is-current'
import { linkedRole } from '../roles/role-link'
import { readConsolePage } from '../switching/read-console-page'
import { askedLink, keyOfLink, noteAsked } from './asked-links'
import { linkBadge } from './link-question'
import { opensOver } from './open-in-menu'

/** The file is also named in vite.config.ts. */
const script = {
  id: 'links',
  file: 'assets/link-loaded.js',
  // Console pages whose address may be such a link. A pattern's path includes the query. Source: MDN, “Match patterns”.
  patterns: consolePatterns.map(pattern => `${pattern}rolecall=*`),
}

/** If this alarm is set, the script was stopped before it finished. */
const linksAlarm = 'links'
/** Time until the alarm, in milliseconds. */
const linksRetryMs = 60_000

/**
 * Asks about a link to a page in a role as soon as the page has loaded, as long as the user allows the console's hosts. Only
 * those pages have a script then, which says that they have loaded and does nothing else.
 */
export function registerLinks(): void {
  const start = unlessStopped(linksAlarm, linksRetryMs, keepScript)
  onStart(start)
  onPermissionChange(start)
  // The same page may load twice in a row.
  const oneByOne = inTurn()
  // If the browser refuses, the button works as always.
  onLinkLoaded((tab, url) => void oneByOne(() => askAbout(tab, url)).catch(() => {}))
}

async function keepScript(): Promise<void> {
  await keepRegistered(script, await hasOrigins(...consolePatterns))
}

/**
 * Asks about the link in the tab, once: in the menu, or else by the button and the page's label. Nothing is switched. What
 * is asked is stored last, so that a script that is stopped on the way asks when the page loads again.
 */
async function askAbout(tab: number, url: string): Promise<void> {
  const link = keyOfLink(url)
  if (link === undefined || !(await hasOrigins(...consolePatterns))) return
  // The browser has removed the badge with the page that had it.
  if (await askedLink(tab, url)) return noteAsked(tab, url, false)
  if (await isInRole(tab, url)) return
  const [shown] = await tabAnswer(tab)
  // The tab may be elsewhere by now, or may not show the page yet that the browser has loaded ahead.
  if (!shown?.url || keyOfLink(shown.url) !== link) return
  const isOpen = await opensOver(shown)
  if (!isOpen) await showBadge(tab, linkBadge())
  await noteAsked(tab, url, !isOpen)
}

/** Whether the page says already that it is in the role of its link. */
async function isInRole(tab: number, url: string): Promise<boolean> {
  const [role, place] = [linkedRole(url), consolePlace(url)]
  if (role === undefined || role === 'malformed' || !place) return false
  const page = await readConsolePage({ id: tab })
  const reading = 'facts' in page ? readSession(page.facts, place) : undefined
  return (
    reading !== undefined &&
    'session' in reading &&
    isCurrent({ ...role, name: role.roleName }, reading.session)
  )
}
