import type { Tab } from '../../src/browser/tabs'
import type { Role } from '../../src/config/resolve/role'
import { type Again, againIn } from '../../src/sessions/role-tabs'
import { readRoleTabs } from '../../src/sessions/stored-role-tabs'
import { otherTabsOf } from './tabs-of-session'

/** Returns the role that the tab was in, if its page is where AWS leads after a session has ended. Never throws. */
export async function loadAgain(tab: Tab, roles: readonly Role[]): Promise<Again | undefined> {
  const { id, url = '' } = tab
  const again = againIn({ id, url }, await readRoleTabs(), roles)
  const others = await otherTabsOf(again?.session, tab).catch(() => [])
  return again && { ...again, ...(others.length > 0 && { others: others.length }) }
}
