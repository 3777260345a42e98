import { exclusively } from '../browser/exclusively'
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

/** Whether the user has confirmed the host of the address before. If that can't be read, they are asked again. */
export async function isConfirmedHost(url: string): Promise<boolean> {
  const hosts = await confirmedHostsItem.get().then(valueIn, () => undefined)
  return hosts?.includes(new URL(url).hostname) ?? false
}

/** Keeps that the user has confirmed the host of the address. If it can't be kept, they are asked again. */
export async function confirmHost(url: string): Promise<void> {
  const { hostname } = new URL(url)
  await exclusively(async () => {
    const hosts = valueIn(await confirmedHostsItem.get()) ?? []
    await confirmedHostsItem.set([...hosts.filter(host => host !== hostname), hostname].slice(-maxHosts))
  }).catch(() => {})
}
