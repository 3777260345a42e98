import { askAbout } from '../../src/browser/messaging'
import { valueIn } from '../../src/browser/stored-item'
import { foundPortals } from '../../src/portal/found-portals'
import { scanItem } from '../../src/portal/stored-scan'
import type { Facts } from '../menu-data'
import { inPortal, withFoundRoles } from './found-roles'

/** How long the menu gathers news before it shows them, in milliseconds. */
const gatherMs = 150

/**
 * Looks for the user's roles in the portal on whose page the menu was opened, and shows what is found meanwhile: `show`
 * changes the menu's data.
 */
export async function followPortal(
  tab: number,
  show: (change: (facts: Facts) => Facts) => void,
): Promise<void> {
  let isGathering = false
  const tell = () => {
    if (isGathering) return
    isGathering = true
    setTimeout(async () => {
      isGathering = false
      const [found, scan] = await Promise.all([foundPortals.get(), scanItem.get()])
      show(facts => withNews(facts, valueIn(found), valueIn(scan)))
    }, gatherMs)
  }
  // If the background script can't be asked, the menu still shows what is known.
  await askAbout('look-in-portal', tab).catch(() => {})
  const { signal } = new AbortController()
  await Promise.all([foundPortals.follow(tell, signal), scanItem.follow(tell, signal)])
}

function withNews(
  facts: Facts,
  ...news: [Parameters<typeof inPortal>[1], Parameters<typeof inPortal>[2]]
): Facts {
  if (!facts.portal) return facts
  const portal = inPortal(facts.portal, ...news)
  return { ...facts, portal, list: withFoundRoles(facts.list, portal) }
}
