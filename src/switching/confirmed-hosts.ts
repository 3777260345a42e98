import { portalAt } from '../aws/portal'
import { exclusively } from '../browser/locks'
import { storedItem, valueIn } from '../browser/stored-item'

/** As many as anyone has portals of their own. */
const maxHosts = 50

/** Hosts of portals at addresses of the customer's own, which the user has confirmed, in this browser. */
const confirmedHostsItem = storedItem<readonly string[]>({
  key: 'confirmedHosts',
  area: 'local',
  version: 1,
  default: [],
  check: stored =>
    Array.isArray(stored) && stored.every(host => typeof host === 'string') ? stored : undefined,
})

/**
 * The host of a portal's address if it is to be confirmed before it is opened: it isn't AWS's, and the user hasn't
 * confirmed it before. If that can't be read, they are asked again.
 */
export async function unconfirmedHost(url: string): Promise<string | undefined> {
  if (portalAt(url)) return undefined
  const { hostname } = new URL(url)
  const hosts = await confirmedHostsItem.get().then(valueIn, () => undefined)
  return hosts?.includes(hostname) ? undefined : hostname
}

/** Keeps that the user has confirmed the host of the address. If it can't be kept, they are asked again. */
export async function confirmHost(url: string): Promise<void> {
  const { hostname } = new URL(url)
  await exclusively(async () => {
    const hosts = valueIn(await confirmedHostsItem.get()) ?? []
    await confirmedHostsItem.set([...hosts.filter(host => host !== hostname), hostname].slice(-maxHosts))
  }).catch(() => {})
}
