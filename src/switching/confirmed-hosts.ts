import { portalAt } from '../aws/portal'
import { exclusively } from '../browser/locks'
import { storedItem, valueIn } from '../browser/stored-item'

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
 * hasn't confirmed it before. If the confirmed hosts can't be read, asks again.
 */
export async function unconfirmedHost(url: string): Promise<string | undefined> {
  if (portalAt(url)) return undefined
  const { hostname } = new URL(url)
  const hosts = await confirmedHostsItem.get().then(valueIn, () => undefined)
  return hosts?.includes(hostname) ? undefined : hostname
}

/** Stores that the user has confirmed the address's host. If it can't be stored, the user is asked again. */
export async function confirmHost(url: string): Promise<void> {
  const { hostname } = new URL(url)
  await exclusively(async () => {
    const hosts = valueIn(await confirmedHostsItem.get()) ?? []
    await confirmedHostsItem.set([...hosts.filter(host => host !== hostname), hostname].slice(-maxHosts))
  }).catch(() => {})
}
