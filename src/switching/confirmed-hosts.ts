import { portalAt } from '../aws/portal'
import { exclusively } from '../browser/locks'
import { storedItem, valueIn } from '../browser/stored-item'
import type { CookieJar } from '../lib/cookie-jar'

/** Maximum number of hosts kept. */
const maxHosts = 50

/** Hosts of portals at customers' own addresses that the user has confirmed, in this browser. */
const confirmedHostsItem = storedItem<readonly string[]>({
  key: 'confirmedHosts',
  area: 'local',
  version: 1,
  default: [],
  check: stored =>
    Array.isArray(stored) && stored.every(host => typeof host === 'string') ? stored : undefined,
})

/**
 * Returns the host of a portal's address if the user has to confirm it before it is opened: it isn't AWS's, and the user
 * hasn't confirmed it, now or before. If the confirmed hosts can't be read, asks again. A host that is confirmed in a
 * private tab is confirmed only this time.
 */
export async function hostToConfirm(
  url: string,
  isConfirmedNow: boolean,
  tab: Pick<CookieJar, 'isPrivate'> | undefined,
): Promise<string | undefined> {
  if (portalAt(url)) return undefined
  const { hostname } = new URL(url)
  if (isConfirmedNow) {
    // Nothing about a private window is stored.
    if (!tab?.isPrivate) await confirmHost(hostname)
    return undefined
  }
  const hosts = await confirmedHostsItem.get().then(valueIn, () => undefined)
  return hosts?.includes(hostname) ? undefined : hostname
}

/** Stores that the user has confirmed the host. If it can't be stored, the user is asked again. */
async function confirmHost(hostname: string): Promise<void> {
  await exclusively(async () => {
    const hosts = valueIn(await confirmedHostsItem.get()) ?? []
    await confirmedHostsItem.set([...hosts.filter(host => host !== hostname), hostname].slice(-maxHosts))
  }).catch(() => {})
}
