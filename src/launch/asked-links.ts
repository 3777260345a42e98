import { consolePlace } from '../aws/console-place'
import { withoutSession } from '../aws/session-host'
import { exclusively } from '../browser/locks'
import { storedItem, valueIn } from '../browser/stored-item'
import { checksum } from '../lib/checksum'
import { linkedRole } from '../roles/role-link'

/** A link to a page in a role that Rolecall has asked about in a tab. */
interface AskedLink {
  readonly tab: number
  /** A checksum of its address: see `keyOfLink`. */
  readonly link: string
  /** Whether the menu hasn't shown the question yet, so that the button asks to be pressed. */
  readonly isWaiting: boolean
}

/** How many are kept: the oldest are the least likely to be loaded again. */
const maxAskedLinks = 200

export const askedLinksItem = storedItem<readonly AskedLink[]>({
  key: 'askedLinks',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (Array.isArray(stored) && stored.every(isAsked) ? stored : undefined),
})

/**
 * Returns what tells one link to a console page in a role from another, whatever it says after `#` and in whichever session
 * it opens; undefined for any other address. A link may name an invalid role.
 */
export function keyOfLink(url: string): string | undefined {
  if (!consolePlace(url) || linkedRole(url) === undefined) return undefined
  const { hostname, pathname, search } = new URL(url)
  return checksum(`${withoutSession(hostname)}${pathname}${search}`)
}

/** Returns what is known about the tab's link; undefined if nothing is, or if the address is no such link. */
export async function askedLink(tab: number, url: string): Promise<AskedLink | undefined> {
  const link = keyOfLink(url)
  if (link === undefined) return undefined
  const known = valueIn(await askedLinksItem.get()) ?? []
  return known.find(asked => asked.tab === tab && asked.link === link)
}

/** Stores that the tab's link was asked about. Changes nothing if the address is no such link. */
export function noteAsked(tab: number, url: string, isWaiting: boolean): Promise<void> {
  // The menu and the background script each build the new links from the old ones.
  return exclusively(async () => {
    const link = keyOfLink(url)
    const known = valueIn(await askedLinksItem.get())
    const before = known?.find(asked => asked.tab === tab && asked.link === link)
    if (link === undefined || !known || before?.isWaiting === isWaiting) return
    const others = known.filter(asked => asked !== before)
    await askedLinksItem.set([...others, { tab, link, isWaiting }].slice(-maxAskedLinks))
  }, 'asked links')
}

function isAsked(stored: unknown): stored is AskedLink {
  if (typeof stored !== 'object' || stored === null) return false
  const { tab, link, isWaiting } = stored as Partial<Record<keyof AskedLink, unknown>>
  return typeof tab === 'number' && typeof link === 'string' && typeof isWaiting === 'boolean'
}
